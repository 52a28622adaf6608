package shell

import (
	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/keytable"
)

// listed returns the keys of the list, in order.
func (r *rig) listed() []keys.Key { return r.list().Keys }

// listedKey returns a key as the list has it.
func (r *rig) listedKey(id string) (k keys.Key, listed bool) { return r.list().Key(id) }

// setList sets the keys that the list shows.
func (r *rig) setList(all []keys.Key) { r.list().SetKeys(all) }

// rowOf returns the row of a key.
func (r *rig) rowOf(id string) *keytable.Row {
	row := keytable.NewRow(&r.list().Actions.RowActions, r.tips(), r.list().Layout)
	row.Set(r.list().RowData(r.list().Index[id]))
	return row
}

// looseRow returns a row that shows a key but is not in a list.
func (r *rig) looseRow(k keys.Key) *keytable.Row {
	row := keytable.NewRow(&keytable.RowActions{}, r.tips(), r.list().Layout)
	row.Set(keytable.RowData{Key: k})
	return row
}

// cursor returns the ID of the key at the cursor.
func (r *rig) cursor() string { return r.list().Selection.Cursor }

// selectKey clicks a key's row while modifier keys are held down, or none.
func (r *rig) selectKey(id string, held fyne.KeyModifier) { r.list().Choose(id, held) }

func (r *rig) pickKey(id string, held fyne.KeyModifier) { r.list().Pick(id, held) }

func (r *rig) selectAll() { r.list().SelectAll() }

func (r *rig) selected() []string { return r.list().Selected() }

func (r *rig) selectedCount() int { return r.list().Selection.Count() }

// selectOnly selects one key alone, or nothing if the ID is "".
func (r *rig) selectOnly(id string) { r.list().Selection.Only(id) }

// shownSecret returns the secret that a key's row shows, if it shows one.
func (r *rig) shownSecret(id string) client.Secret { return r.list().Secrets.Of(id) }

// revealed reports whether a key's row shows its secret.
func (r *rig) revealed(id string) bool { return !r.shownSecret(id).IsZero() }

// shownSecrets returns how many secrets are shown.
func (r *rig) shownSecrets() int { return r.list().Secrets.Count() }

// toggleSecret, toggleState, deleteKey, copyID and copyKeySecret do the same as the links of a key's row.
func (r *rig) toggleSecret(id string)  { r.list().Actions.OnToggleSecret(id) }
func (r *rig) toggleState(id string)   { r.list().Actions.OnToggleState(id) }
func (r *rig) deleteKey(id string)     { r.list().Actions.OnDelete(id) }
func (r *rig) copyKeySecret(id string) { r.list().Actions.OnCopySecret(id) }

// openRowMenu clicks a key's row with the secondary button.
func (r *rig) openRowMenu(id string) { r.list().Actions.OnMenu(id, fyne.NewPos(300, 300)) }

// scrollList scrolls the list by a number of rows and a few pixels.
func (r *rig) scrollList(rows, more float32) {
	r.list().ScrollToOffset(rows*r.list().Layout.Pitch() + more)
}

// topRow returns the key whose row is at the top of the list, and how much of the row is scrolled out.
func (r *rig) topRow() (id string, offset float32) { return keytable.Anchor(r.list()) }

func (r *rig) reload() { r.page().Reload(true) }

func (r *rig) createKey() { r.page().Create() }

// loaded tells the tab that the list was loaded, or why not.
func (r *rig) loaded(err error) { r.page().Loaded(err) }

// batchLeft reports whether there is a batch that is running or whose report was not closed.
func (r *rig) batchLeft() bool { return r.page().ResumeBatch() }

// tick clicks the tick box of a key's row.
func (r *rig) tick(id string) { r.list().Tick(id, 0) }

package keytable

import (
	"slices"

	"accesskeys/app/keys"
	"accesskeys/views/selection"
)

func (l *List) markable(id string) bool {
	k, ok := l.Key(id)
	return ok && selection.Markable(&k)
}

// SelectAll selects all keys in the list, as MarkAllOf does.
func (l *List) SelectAll() {
	if len(l.Keys) == 0 {
		return
	}
	l.Selection.MarkAllOf(l.Keys, l.Signs.signsIn)
	if !l.Selection.HasEach(l.Keys) {
		l.Actions.Tools.OnOwnLeftOut(slices.ContainsFunc(l.Keys, func(k keys.Key) bool { return !k.Own && l.Signs.signsIn(&k) && !l.Selection.IsMarked(k.ID) }))
	}
	l.redraws.Request()
}

// signsIn reports whether the app signs in with a key: in this session, or in another account.
func (s *Signs) signsIn(k *keys.Key) bool { return k.Own || s.Accounts[k.ID] != "" }

// SelectNone unmarks all keys. Only the key at the cursor is selected then.
func (l *List) SelectNone() {
	l.Selection.Only(l.Selection.Cursor)
	l.redraws.Request()
}

// ToggleAll selects all keys, or none if SelectAll would change nothing.
func ToggleAll(l *List) {
	if l.Selection.HasAll(l.Keys, l.Signs.signsIn) {
		l.SelectNone()
	} else {
		l.SelectAll()
	}
}

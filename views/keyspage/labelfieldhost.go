package keyspage

import (
	"slices"

	"fyne.io/fyne/v2"

	"accesskeys/views/keytable"
)

// labelFieldHost is the table as the field for a new key's label sees it.
type labelFieldHost struct{ page *Page }

func (t labelFieldHost) RedrawFields()                { keytable.RedrawFields(t.page.List()) }
func (t labelFieldHost) ScrollToKey(id string)        { keytable.ScrollToKey(t.page.List(), id) }
func (t labelFieldHost) OnScreen() bool               { return t.page.host.OnScreen() }
func (t labelFieldHost) TypedOnTable(s fyne.Shortcut) { t.page.List().TypedShortcut(s) }

// FocusTable gives the keyboard to the table when the field has gone.
func (t labelFieldHost) FocusTable() {
	t.page.win.Presses.Changed()
	t.page.Focus()
}

// TypedKeyOnTable passes a key press to the table.
func (t labelFieldHost) TypedKeyOnTable(k *fyne.KeyEvent) { t.page.List().TypedKey(k) }

// OnTable reports whether the keyboard is still on the table, on New, or on nothing, with nothing in the way.
func (t labelFieldHost) OnTable() bool {
	places := []fyne.Focusable{nil, t.page.List(), t.page.display.view.Toolbar.Create}
	return slices.Contains(places, t.page.win.Canvas.Focused()) && !t.page.win.Dialogs.IsOpen() && !t.page.host.Locked()
}

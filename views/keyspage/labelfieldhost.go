package keyspage

import (
	"slices"

	"fyne.io/fyne/v2"

	"accesskeys/views/keytable"
)

// askTable is what has the field in which it is asked what a new key is for.
type askTable struct{ page *Page }

func (t askTable) RedrawFields()                { keytable.RedrawFields(t.page.List()) }
func (t askTable) ScrollToKey(id string)        { keytable.ScrollToKey(t.page.List(), id) }
func (t askTable) TypedOnTable(s fyne.Shortcut) { t.page.List().TypedShortcut(s) }

// FocusTable gives the keyboard to the table, as the field is gone.
func (t askTable) FocusTable() {
	t.page.win.Presses.Changed()
	t.page.Focus()
}

// TypedKeyOnTable presses a key there.
func (t askTable) TypedKeyOnTable(k *fyne.KeyEvent) { t.page.List().TypedKey(k) }

// OnTable reports whether the keyboard is where New was pressed, or nowhere.
func (t askTable) OnTable() bool {
	places := []fyne.Focusable{nil, t.page.List(), t.page.display.view.toolbar.create}
	return slices.Contains(places, t.page.win.Canvas.Focused()) && !t.page.win.Dialogs.IsOpen() && !t.page.host.Covered()
}

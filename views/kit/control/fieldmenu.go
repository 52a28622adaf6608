package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
)

// undoable is what Undo and Redo in the menu of a field need to know. The toolkit does not say whether there is a change
// to undo.
type undoable struct {
	edited bool   // the user has changed the text that the program has set
	first  string // that text
	last   string // the text before the first Undo
	undone bool   // the latest changes are Undo and Redo
}

// noteUndo is called before Undo and Redo, with the text of the field.
func (u *undoable) noteUndo(text string) {
	if !u.undone {
		u.last, u.undone = text, true
	}
}

// canUndo reports whether there is a change to undo in a text. The text as it was first may be one too, such as an empty one.
func (u *undoable) canUndo(text string) bool { return u.edited && !(u.undone && text == u.first) }

// canRedo reports whether there is a change to redo in a text.
func (u *undoable) canRedo(text string) bool { return u.undone && text != u.last }

// TappedSecondary opens the field's menu at the pointer. The toolkit's own has no border.
func (e *Entry) TappedSecondary(at *fyne.PointEvent) {
	on := fyne.CurrentApp().Driver().CanvasForObject(e.self)
	if on == nil || e.Disabled() && e.Password {
		return
	}
	if !e.Disabled() {
		on.Focus(e.self.(fyne.Focusable))
	}
	e.typing.OnMenu(fyne.NewMenu("", menuOf(e)...), fyne.CurrentApp().Driver().AbsolutePositionForObject(e.self).Add(at.Position))
}

// menuOf returns the items of the field's menu.
func menuOf(e *Entry) []*fyne.MenuItem {
	clipboard := fyne.CurrentApp().Clipboard()
	nothing := e.SelectedText() == ""
	paste := menuItem(e, lang.L("Paste"), &fyne.ShortcutPaste{Clipboard: clipboard}, e.Disabled())
	all := menuItem(e, lang.L("Select All"), &fyne.ShortcutSelectAll{}, false) // so that one item can have the focus
	if e.Password {
		return []*fyne.MenuItem{paste, all}
	}
	return []*fyne.MenuItem{
		menuItem(e, lang.L("Undo"), &fyne.ShortcutUndo{}, e.Disabled() || !e.undo.canUndo(e.Text)),
		menuItem(e, lang.L("Redo"), &fyne.ShortcutRedo{}, e.Disabled() || !e.undo.canRedo(e.Text)),
		fyne.NewMenuItemSeparator(),
		menuItem(e, lang.L("Cut"), &fyne.ShortcutCut{Clipboard: clipboard}, e.Disabled() || nothing),
		menuItem(e, lang.L("Copy"), &fyne.ShortcutCopy{Clipboard: clipboard}, nothing),
		paste,
		all,
	}
}

// menuItem returns an item that does what a shortcut does in the field.
func menuItem(e *Entry, label string, s fyne.KeyboardShortcut, disabled bool) *fyne.MenuItem {
	item := fyne.NewMenuItem(label, func() { e.self.(fyne.Shortcutable).TypedShortcut(s) })
	item.Shortcut, item.Disabled = &desktop.CustomShortcut{KeyName: s.Key(), Modifier: s.Mod()}, disabled
	return item
}

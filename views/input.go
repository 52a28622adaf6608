package views

import (
	"fyne.io/fyne/v2"
)

// focusBack gives the keyboard to the list, where what had it is gone.
func (w *window) focusBack() {
	if w.settings != nil && w.settings.keysShown() && !w.dialogs.Open() {
		w.win.Canvas().Focus(w.settings.keys.list)
	}
}

// typedKey takes the keys that nothing in the window has a use for.
func (w *window) typedKey(e *fyne.KeyEvent) {
	switch {
	case w.dialogs.Open():
		w.dialogs.key(e)
	case e.Name == fyne.KeyEscape:
		w.toasts.DismissLatest()
	case e.Name == fyne.KeyF5:
		w.onKeys((*keysPage).reload)
	case w.onList():
		w.focusBack()
		w.settings.keys.list.TypedKey(e)
	}
}

// typedShortcut takes the shortcuts that work everywhere. Only Quit does while a dialog is open.
func (w *window) typedShortcut(s fyne.Shortcut) {
	switch s.ShortcutName() {
	case shortcutQuit().ShortcutName():
		w.quit()
	case shortcutNew().ShortcutName():
		w.onKeys((*keysPage).create)
	case shortcutReload().ShortcutName():
		w.onKeys((*keysPage).reload)
	default:
		if w.onList() {
			w.focusBack()
			w.settings.keys.list.TypedShortcut(s)
		}
	}
}

// onList tells whether what is pressed is meant for the list: it is on screen, and nothing else has the
// keyboard, as after a click on empty space.
func (w *window) onList() bool {
	return w.settings != nil && w.settings.keysShown() && !w.dialogs.Open() && w.win.Canvas().Focused() == nil
}

func (w *window) onKeys(action func(*keysPage)) {
	if w.settings == nil || w.dialogs.Open() {
		return
	}
	w.settings.showKeys()
	action(w.settings.keys)
}

package views

import (
	"fyne.io/fyne/v2"
)

// focusBack gives the keyboard to the list, where what had it is gone.
func (w *window) focusBack() {
	switch {
	case w.dialogs.Open():
	case w.covered():
		w.cover.focus()
	case w.settings != nil && w.settings.keysShown():
		w.win.Canvas().Focus(w.settings.keys.list)
	}
}

// typedKey takes the keys that nothing in the window has a use for.
func (w *window) typedKey(e *fyne.KeyEvent) {
	w.idle.Active()
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

// typedShortcut takes the shortcuts that work everywhere. While a dialog is open, only those do that keep
// something from happening.
func (w *window) typedShortcut(s fyne.Shortcut) {
	w.idle.Active()
	switch s.ShortcutName() {
	case shortcutQuit().ShortcutName():
		w.quit()
	case shortcutLock().ShortcutName():
		w.lock()
	case shortcutClear().ShortcutName():
		w.copied.Clear()
	case shortcutNew().ShortcutName():
		w.onKeys((*keysPage).create)
	case shortcutFind().ShortcutName():
		w.onKeys((*keysPage).startFind)
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
	return w.settings != nil && w.settings.keysShown() && !w.covered() && !w.dialogs.Open() && w.win.Canvas().Focused() == nil
}

func (w *window) onKeys(action func(*keysPage)) {
	if w.settings == nil || w.covered() || w.dialogs.Open() {
		return
	}
	w.settings.showKeys()
	action(w.settings.keys)
}

func (w *window) showPreferences() {
	if w.settings != nil && !w.covered() {
		w.settings.showPreferences()
	}
}

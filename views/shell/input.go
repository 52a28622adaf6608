package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/views/keyspage"
	"accesskeys/views/kit/keyboard"
)

// FocusBack gives the keyboard to the list, where what had it is gone.
func (w *window) FocusBack() {
	switch {
	case w.Dialogs.Open():
	case w.Covered():
		w.cover.Focus()
	case w.settings != nil && w.settings.keysShown():
		w.win.Canvas().Focus(w.settings.keys.List())
	}
}

// leaveHidden gives the keyboard to the list, where a dialog has given it back to what is gone by now.
func (w *window) leaveHidden() {
	if w.settings != nil {
		w.settings.keys.LeaveHiddenBar()
	}
}

// typedKey takes the keys that nothing in the window has a use for.
func (w *window) typedKey(e *fyne.KeyEvent) {
	w.idle.Active()
	switch {
	case w.Dialogs.Open():
		w.Dialogs.Key(e)
	case w.does(keyboard.Bare(e.Name)):
	case w.onList():
		w.FocusBack()
		w.settings.keys.List().KeyDown(e)
		w.settings.keys.List().TypedKey(e)
	}
}

// typedShortcut takes the shortcuts that work everywhere. While a dialog is open, only those do that keep
// something from happening.
func (w *window) typedShortcut(s fyne.Shortcut) {
	w.idle.Active()
	if keys, ok := s.(*desktop.CustomShortcut); ok && w.does(keys) {
		return
	}
	if w.onList() {
		w.FocusBack()
		w.settings.keys.List().TypedShortcut(s)
	}
}

// does tells whether there is something that pressing keys does in the whole window, having done it.
func (w *window) does(keys *desktop.CustomShortcut) bool {
	for _, group := range w.shortcuts() {
		for _, s := range group.Shortcuts {
			if s.Do != nil && s.has(keys) {
				s.Do()
				return true
			}
		}
	}
	return false
}

// onList tells whether what is pressed is meant for the list: it is on screen, and nothing else has the
// keyboard, as after a click on empty space.
func (w *window) onList() bool {
	return w.settings != nil && w.settings.keysShown() && !w.Covered() && !w.Dialogs.Open() && w.win.Canvas().Focused() == nil
}

func (w *window) onKeys(action func(*keyspage.Page)) {
	if w.settings == nil || w.Covered() || w.Dialogs.Open() {
		return
	}
	w.settings.showKeys()
	action(w.settings.keys)
}

func (w *window) showPreferences() {
	if w.settings != nil && !w.Covered() && !w.Dialogs.Open() {
		w.settings.showPreferences()
	}
}

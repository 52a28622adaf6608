package views

import (
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/keyboard"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
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

// leaveHidden gives the keyboard to the list, where a dialog has given it back to what is gone by now.
func (w *window) leaveHidden() {
	if w.settings != nil {
		w.settings.keys.leaveHiddenBar()
	}
}

// typedKey takes the keys that nothing in the window has a use for.
func (w *window) typedKey(e *fyne.KeyEvent) {
	w.idle.Active()
	switch {
	case w.dialogs.Open():
		w.dialogs.Key(e)
	case w.does(keyboard.Bare(e.Name)):
	case w.onList():
		w.focusBack()
		w.settings.keys.list.KeyDown(e)
		w.settings.keys.list.TypedKey(e)
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
		w.focusBack()
		w.settings.keys.list.TypedShortcut(s)
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
	if w.settings != nil && !w.covered() && !w.dialogs.Open() {
		w.settings.showPreferences()
	}
}

// hear has the window know of what is done in a field.
func (w *window) hear(e *control.Entry) {
	e.OnShortcut, e.OnUsed = w.typedShortcut, w.idle.Active
	e.OnCut = func() {
		w.toasts.Hint(lang.L("That is too long: this field holds {{.Count}} characters at most.", map[string]any{"Count": e.Most}))
	}
}

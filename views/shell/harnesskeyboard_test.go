package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// press sends a key to the focused widget.
func (r *rig) press(names ...fyne.KeyName) {
	r.t.Helper()
	for _, name := range names {
		r.w.locking.idle.Active() // package press calls it
		focused := r.canvas().Focused()
		if focused == nil {
			r.w.input.typedKey(&fyne.KeyEvent{Name: name})
			continue
		}
		e := &fyne.KeyEvent{Name: name}
		if k, ok := focused.(desktop.Keyable); ok {
			k.KeyDown(e)
		}
		focused.TypedKey(e)
	}
}

// repeat simulates the repetition of a key that is held down: the toolkit types it again, into what is focused by then.
func (r *rig) repeat(name fyne.KeyName) {
	r.t.Helper()
	if focused := r.canvas().Focused(); focused != nil {
		focused.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// typeInto focuses a field and types into it.
func (r *rig) typeInto(e fyne.Focusable, text string) {
	r.canvas().Focus(e)
	for _, c := range text {
		e.TypedRune(c)
	}
}

// shortcut sends a shortcut as the desktop driver does.
func (r *rig) shortcut(s fyne.Shortcut) {
	r.t.Helper()
	if focused, ok := r.canvas().Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(s)
		return
	}
	r.w.input.typedShortcut(s)
}

// lock locks the window by the shortcut, and showPreferences shows the Preferences tab by the shortcut.
func (r *rig) lock()            { r.shortcut(shortcutLock()) }
func (r *rig) showPreferences() { r.shortcut(shortcutPreferences()) }

// typeIntoWindow presses a key that no widget handles.
func (r *rig) typeIntoWindow(name fyne.KeyName) { r.w.input.typedKey(&fyne.KeyEvent{Name: name}) }

package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// press sends a key to what has the focus.
func (r *rig) press(names ...fyne.KeyName) {
	r.t.Helper()
	for _, name := range names {
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

// repeat is what the toolkit does while a key is held down: it types it again, where the keyboard is by then.
func (r *rig) repeat(name fyne.KeyName) {
	r.t.Helper()
	if focused := r.canvas().Focused(); focused != nil {
		focused.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// typeInto types into a field, which has the keyboard then.
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

// lock and showPreferences do so by their shortcuts.
func (r *rig) lock()            { r.shortcut(shortcutLock()) }
func (r *rig) showPreferences() { r.shortcut(shortcutPreferences()) }

// typeIntoWindow presses a key that nothing on screen takes.
func (r *rig) typeIntoWindow(name fyne.KeyName) { r.w.input.typedKey(&fyne.KeyEvent{Name: name}) }

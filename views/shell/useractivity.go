package shell

import (
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/windowwatcher"
)

// followActivity lets activity of the user restart the timer that locks the window: typing in a field, keys and shortcuts
// that reach the window, and coming back to it. The widget that it returns reports movements of the pointer.
func (w *window) followActivity() *windowwatcher.Watcher {
	active := w.locking.idle.Active
	w.page.Typing.OnUsed, w.input.onUsed = active, active
	return windowwatcher.New(active, w.size.Resized)
}

// followPresses lets clicks and scrolling restart the timer too. Package press finds out what they and the keys mean.
func (w *window) followPresses() {
	press.Intercept(w.frame.win, press.Shortcuts{Has: w.commands.has, Do: w.input.typedShortcut, OnPointer: w.locking.idle.Active}, &w.page.Presses)
}

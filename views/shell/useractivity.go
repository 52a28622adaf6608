package shell

import (
	"accesskeys/views/kit/press"
	"accesskeys/views/kit/windowwatcher"
)

// followActivity lets activity of the user restart the timer that locks the window: coming back to it, and with the widget
// that it returns, movements of the pointer.
func (w *window) followActivity() *windowwatcher.Watcher {
	return windowwatcher.New(w.locking.idle.Active, w.size.Resized)
}

// followPresses lets keys, clicks and scrolling restart the timer too. Package press finds out what they mean.
func (w *window) followPresses() {
	press.Intercept(w.frame.win, press.Shortcuts{Has: w.commands.has, Do: w.input.typedShortcut, OnUsed: w.locking.idle.Active}, &w.page.Presses)
}

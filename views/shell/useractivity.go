package shell

import "accesskeys/views/kit/windowwatcher"

// followActivity lets all activity of the user restart the timer that locks the window: typing in a field, keys and
// shortcuts that reach the window, and coming back to it. The widget that it returns reports movements of the pointer. Clicks
// and scrolling come from press.Intercept.
func (w *window) followActivity() *windowwatcher.Watcher {
	active := w.locking.idle.Active
	w.page.Typing.OnUsed, w.input.onUsed = active, active
	return windowwatcher.New(active, w.size.Resized)
}

package shell

import "accesskeys/views/kit/control"

// followActivity has the timer that locks the window learn of all that the user does: what is typed in a field, the keys
// and shortcuts that nothing else has a use for, coming back to the window, and moving the pointer, which what it returns
// notices.
func (w *window) followActivity() *control.Watcher {
	active := w.locking.idle.Active
	w.page.Typing.OnUsed, w.input.onUsed, w.focus.onUsed = active, active, active
	return control.NewWatcher(active, w.size.Resized)
}

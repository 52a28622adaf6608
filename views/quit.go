package views

import (
	"context"
)

// quit closes the window.
func (w *window) quit() {
	if w.quitting {
		return
	}
	w.quitting = true
	w.copied.ClearBeforeQuit()
	w.leaveSession()
	w.place.Quit()
	w.win.Hide()
	w.tasks.ended.Store(true)
	w.ensureEnd()
	w.onQuit()
}

// ensureEnd ends the process soon, if it does not end by itself: Fyne 2.8.1 can wait for ever, when its
// loop is over, for an event of its own that nobody handles any more.
func (w *window) ensureEnd() {
	w.tasks.timer(endLimit, func() {
		w.finish()
		w.Exit()
	})
}

// finish completes what must not be left half done, and cleans up, once.
func (w *window) finish() {
	w.finishing.Do(func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(w.Ctx), closeLimit)
		defer cancel()
		w.stopPlaceWatch()
		w.save() // what was chosen in the last moment
		w.endCalls()
		w.tasks.finish(ctx)
		w.copied.Close()
		ctx, cancel = context.WithTimeout(context.WithoutCancel(w.Ctx), closeLimit)
		defer cancel()
		if err := w.App.Close(ctx); err != nil {
			w.Logger.Warn("cleaning up", "error", err)
		}
	})
}

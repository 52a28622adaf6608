package shell

import (
	"context"
	"time"

	"fyne.io/fyne/v2/container"

	"accesskeys/app/platform/display"
)

const (
	uiPatience  = 2 * time.Second  // with a UI thread that is busy, for the window to close
	finishLimit = 3 * time.Second  // for each thing that is still to be finished when the window is gone
	exitLimit   = 10 * time.Second // for everything together
)

// heedEnd has the program end when the system asks it to.
func (w *window) heedEnd() {
	context.AfterFunc(w.Ctx, func() {
		w.Logger.Info("asked to end", "by", context.Cause(w.Ctx))
		w.Tasks.Timer(uiPatience, w.end)
		w.Tasks.PostLast(w.quit)
	})
}

// heedDisplay has the program end properly when the display goes away.
func (w *window) heedDisplay() {
	if w.handle == 0 {
		return
	}
	if err := display.OnDisplayLost(w.displayLost); err != nil {
		w.Logger.Debug("the end of the display would not be noticed", "error", err)
	}
}

// displayLost ends the program on the UI thread, which has no window any more.
func (w *window) displayLost() {
	w.Logger.Warn("the connection to the display was lost")
	w.Tasks.End()
	w.exitAfter(exitLimit)
	w.finish()
	w.Exit()
}

// quit closes the window, and has the program end.
func (w *window) quit() {
	if w.quitting {
		return
	}
	w.quitting = true
	w.clipboard.ClearBeforeQuit()
	w.leaveSession()
	w.size.Quit()
	w.show(container.NewStack()) // nothing takes what is still typed
	w.win.Hide()
	w.end()
}

// end ends the process once everything is finished. The toolkit's loop goes on until then, for the system to see a
// program that answers. The loop is never ended: at its end, Fyne 2.8.1 can panic, wait for ever, and hand what was
// copied to the clipboard manager. So the process exits on the UI thread, where nothing of the toolkit's follows.
func (w *window) end() {
	w.ending.Do(func() {
		w.Tasks.End()
		w.exitAfter(exitLimit)
		w.Tasks.Start(func() {
			w.finish()
			w.exitAfter(uiPatience)
			w.Tasks.PostLast(w.Exit)
		})
	})
}

// exitAfter ends the process if it has not ended by then.
func (w *window) exitAfter(d time.Duration) {
	w.Tasks.Timer(d, func() {
		w.Logger.Warn("ending without waiting any longer")
		w.Exit()
	})
}

// finish completes what must not be left half done, and cleans up, once.
func (w *window) finish() {
	w.finishing.Do(func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(w.Ctx), finishLimit)
		defer cancel()
		w.Save() // what was chosen in the last moment
		endClaim(w.Instance)
		w.Tasks.Vital.Finish(ctx, w.Tasks.Start)
		w.clipboard.Close()
		ctx, cancel = context.WithTimeout(context.WithoutCancel(w.Ctx), finishLimit)
		defer cancel()
		if err := w.App.Close(ctx); err != nil {
			w.Logger.Warn("cleaning up", "error", err)
		}
	})
}

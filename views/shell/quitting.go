package shell

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2/container"

	"accesskeys/app/platform/display"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/kit/page"
	"accesskeys/views/windowsize"
)

const (
	uiPatience  = 2 * time.Second  // with a UI thread that is busy, for the window to close
	finishLimit = 3 * time.Second  // for each thing that is still to be finished when the window is gone
	exitLimit   = 10 * time.Second // for everything together
)

// ending is how the window closes and the process ends.
type ending struct {
	config    *Config
	page      *page.Window
	frame     *frame
	system    *systemWindow
	size      *windowsize.Keeper
	session   *sessionFlow
	writer    *settingsWriter
	clipboard *clipboardguard.Guard

	quitting bool
	ended    sync.Once
	finished sync.Once
}

// onSignal has the program end when the system asks it to.
func (e *ending) onSignal() {
	context.AfterFunc(e.config.Ctx, func() {
		e.config.Logger.Info("asked to end", "by", context.Cause(e.config.Ctx))
		e.page.Tasks.Timer(uiPatience, e.end)
		e.page.Tasks.PostLast(e.quit)
	})
}

// onDisplayLost has the program end properly when the display goes away.
func (e *ending) onDisplayLost() {
	if e.system.handle == 0 {
		return
	}
	if err := display.OnDisplayLost(e.displayLost); err != nil {
		e.config.Logger.Debug("the end of the display would not be noticed", "error", err)
	}
}

// displayLost ends the program on the UI thread, which has no window any more.
func (e *ending) displayLost() {
	e.config.Logger.Warn("the connection to the display was lost")
	e.page.Tasks.Close()
	e.exitAfter(exitLimit)
	e.finish()
	e.config.Exit()
}

// quit closes the window, and has the program end.
func (e *ending) quit() {
	if e.quitting {
		return
	}
	e.quitting = true
	e.clipboard.ClearBeforeQuit()
	e.session.leave()
	e.size.Quit()
	e.frame.show(container.NewStack()) // nothing takes what is still typed
	e.frame.win.Hide()
	e.end()
}

// end ends the process once everything is finished. The toolkit's loop goes on until then, for the system to see a
// program that answers. The loop is never ended: at its end, Fyne 2.8.1 can panic, wait forever, and hand what was
// copied to the clipboard manager. So the process exits on the UI thread, where nothing of the toolkit's follows.
func (e *ending) end() {
	e.ended.Do(func() {
		e.page.Tasks.Close()
		e.exitAfter(exitLimit)
		e.page.Tasks.Start(func() {
			e.finish()
			e.exitAfter(uiPatience)
			e.page.Tasks.PostLast(e.config.Exit)
		})
	})
}

// exitAfter ends the process if it has not ended by then.
func (e *ending) exitAfter(d time.Duration) {
	e.page.Tasks.Timer(d, func() {
		e.config.Logger.Warn("ending without waiting any longer")
		e.config.Exit()
	})
}

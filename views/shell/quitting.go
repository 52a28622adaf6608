package shell

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2/container"

	"accesskeys/app/platform/display"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/diskwriter"
	"accesskeys/views/keyspage"
	"accesskeys/views/kit/page"
	"accesskeys/views/notes"
	"accesskeys/views/systemwindow"
	"accesskeys/views/windowsize"
)

const (
	uiPatience  = 2 * time.Second  // how long a busy UI thread may delay the end
	exitLimit   = 10 * time.Second // for all the work that remains when the window is closed
	finishLimit = 3 * time.Second  // for each part of that work
)

// ending closes the window and ends the process.
type ending struct {
	config    *Config
	page      *page.Window
	frame     *frame
	system    *systemwindow.Window
	size      *windowsize.Keeper
	session   *sessionFlow
	writer    *diskwriter.Writer
	clipboard *clipboardguard.Guard

	quitting bool
	ended    sync.Once
	finished sync.Once
}

// onSignal ends the program when the system asks for that.
func (e *ending) onSignal() {
	context.AfterFunc(e.config.Ctx, func() {
		e.config.Logger.Info("asked to end", "by", context.Cause(e.config.Ctx))
		e.page.Tasks.Timer(uiPatience, e.end)
		e.page.Tasks.PostLast(func() { e.quit(false) })
	})
}

// onDisplayLost ends the program in an orderly way when the connection to the display is lost.
func (e *ending) onDisplayLost() {
	if e.system.Handle == 0 {
		return
	}
	if err := display.OnDisplayLost(e.displayLost); err != nil {
		e.config.Logger.Debug("the end of the display would not be noticed", "error", err)
	}
}

// displayLost ends the program after the display has gone. It runs on the UI thread.
func (e *ending) displayLost() {
	e.config.Logger.Warn("the connection to the display was lost")
	e.page.Tasks.Close()
	e.exitAfter(exitLimit)
	e.finish()
	e.config.Exit()
}

// ask quits, unless a change or what the user has typed would be lost: then it says so first.
func (e *ending) ask() {
	if !e.warn() {
		e.quit(true)
	}
}

// warn says what quitting again loses. It reports whether the user has yet to answer by that.
func (e *ending) warn() bool {
	if e.quitting || e.session.settings == nil {
		return false
	}
	page := e.session.settings.keys
	if e.session.locked() {
		lost := keyspage.QuitWarning(page)
		return lost != "" && e.session.lockPage.Warn(lost)
	}
	return keyspage.AskBeforeQuit(page)
}

// quit closes the window and ends the program. asked means that what was typed may be discarded.
func (e *ending) quit(asked bool) {
	if e.quitting {
		return
	}
	e.quitting = true
	e.clipboard.ClearBeforeQuit()
	if e.session.settings != nil {
		notes.Quit(keyspage.Asker(e.session.settings.keys), asked)
	}
	e.session.leave()
	e.size.Quit()
	e.frame.show(container.NewStack()) // so that no widget receives further key presses
	e.frame.win.Hide()
	e.end()
}

// end ends the process once everything is finished. The toolkit's loop runs until then, so that the system sees a
// program that responds. The loop itself is never ended: when it ends, Fyne 2.8.1 can panic, wait forever, or hand the
// copied text to the clipboard manager. So the process exits on the UI thread, after which the toolkit runs no code.
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

// exitAfter ends the process if it still runs after d.
func (e *ending) exitAfter(d time.Duration) {
	e.page.Tasks.Timer(d, func() {
		e.config.Logger.Warn("ending without waiting any longer")
		e.config.Exit()
	})
}

// finish completes the work that must not be interrupted, and cleans up. Only the first call does anything.
func (e *ending) finish() {
	e.finished.Do(func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(e.config.Ctx), finishLimit)
		defer cancel()
		e.writer.Save() // the latest changes may not be on disk yet
		e.config.Instance.Release()
		e.page.Tasks.Vital.Finish(ctx, e.page.Tasks.Start)
		e.clipboard.Close()
		ctx, cancel = context.WithTimeout(context.WithoutCancel(e.config.Ctx), finishLimit)
		defer cancel()
		if err := e.config.App.Close(ctx); err != nil {
			e.config.Logger.Warn("cleaning up", "error", err)
		}
	})
}

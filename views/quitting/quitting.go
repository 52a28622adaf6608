// Package quitting closes the window and ends the process.
package quitting

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"accesskeys/app/platform/display"
	"accesskeys/app/platform/singleinstance"
	"accesskeys/views/clipboardguard"
	"accesskeys/views/diskwriter"
	"accesskeys/views/kit/page"
	"accesskeys/views/systemwindow"
	"accesskeys/views/windowsize"
)

const (
	uiPatience  = 2 * time.Second  // how long a busy UI thread may delay the end
	exitLimit   = 10 * time.Second // for all the work that remains when the window is closed
	finishLimit = 3 * time.Second  // for each part of that work
)

// Program is the process that ends.
type Program struct {
	Ctx      context.Context // canceled when the system asks the process to end
	Logger   *slog.Logger
	Instance *singleinstance.Instance // may be nil
}

// Host is what quitting needs from the window.
type Host interface {
	// Warn says what quitting again loses. It reports whether the user has yet to answer by that.
	Warn() bool
	// Leave leaves the session. asked means that what was typed may be discarded.
	Leave(asked bool)
	// Hide hides the window. No widget receives further key presses.
	Hide()
	// Close closes the application. Exit ends the process at once.
	Close(context.Context) error
	Exit()
}

// Ending closes the window and ends the process.
type Ending struct {
	program   Program
	page      *page.Window
	host      Host
	system    *systemwindow.Window
	size      *windowsize.Keeper
	writer    *diskwriter.Writer
	clipboard *clipboardguard.Guard

	quitting bool
	ended    sync.Once
	finished sync.Once
}

// New returns the Ending of a window.
func New(program Program, p *page.Window, host Host, system *systemwindow.Window, size *windowsize.Keeper, writer *diskwriter.Writer, clipboard *clipboardguard.Guard) *Ending {
	return &Ending{program: program, page: p, host: host, system: system, size: size, writer: writer, clipboard: clipboard}
}

// OnSignal ends the program when the system asks for that.
func (e *Ending) OnSignal() {
	context.AfterFunc(e.program.Ctx, func() {
		e.program.Logger.Info("asked to end", "by", context.Cause(e.program.Ctx))
		e.page.Tasks.Timer(uiPatience, e.end)
		e.page.Tasks.PostLast(func() { e.Quit(false) })
	})
}

// OnDisplayLost ends the program in an orderly way when the connection to the display is lost.
func (e *Ending) OnDisplayLost() {
	if e.system.Handle == 0 {
		return
	}
	if err := display.OnDisplayLost(e.displayLost); err != nil {
		e.program.Logger.Debug("the end of the display would not be noticed", "error", err)
	}
}

// displayLost ends the program after the display has gone. It runs on the UI thread.
func (e *Ending) displayLost() {
	e.program.Logger.Warn("the connection to the display was lost")
	e.page.Tasks.Close()
	e.exitAfter(exitLimit)
	e.Finish()
	e.host.Exit()
}

// Ask quits, unless a change or what the user has typed would be lost: then it says so first.
func (e *Ending) Ask() {
	if e.quitting || !e.host.Warn() {
		e.Quit(true)
	}
}

// Quit closes the window and ends the program. asked means that what was typed may be discarded.
func (e *Ending) Quit(asked bool) {
	if e.quitting {
		return
	}
	e.quitting = true
	e.clipboard.ClearBeforeQuit()
	e.host.Leave(asked)
	e.size.Quit()
	e.host.Hide()
	e.end()
}

// end ends the process once everything is finished. The toolkit's loop runs until then, so that the system sees a
// program that responds. The loop itself is never ended: when it ends, Fyne 2.8.1 can panic, wait forever, or hand the
// copied text to the clipboard manager. So the process exits on the UI thread, after which the toolkit runs no code.
func (e *Ending) end() {
	e.ended.Do(func() {
		e.page.Tasks.Close()
		e.exitAfter(exitLimit)
		e.page.Tasks.Start(func() {
			e.Finish()
			e.exitAfter(uiPatience)
			e.page.Tasks.PostLast(e.host.Exit)
		})
	})
}

// exitAfter ends the process if it still runs after d.
func (e *Ending) exitAfter(d time.Duration) {
	e.page.Tasks.Timer(d, func() {
		e.program.Logger.Warn("ending without waiting any longer")
		e.host.Exit()
	})
}

// Finish completes the work that must not be interrupted, and cleans up. Only the first call does anything.
func (e *Ending) Finish() {
	e.finished.Do(func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(e.program.Ctx), finishLimit)
		defer cancel()
		e.writer.Save() // the latest changes may not be on disk yet
		e.program.Instance.Release()
		e.page.Tasks.Vital.Finish(ctx, e.page.Tasks.Start)
		e.clipboard.Close()
		ctx, cancel = context.WithTimeout(context.WithoutCancel(e.program.Ctx), finishLimit)
		defer cancel()
		if err := e.host.Close(ctx); err != nil {
			e.program.Logger.Warn("cleaning up", "error", err)
		}
	})
}

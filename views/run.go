package views

import (
	"context"

	"fyne.io/fyne/v2"
)

// Run opens the window and blocks until it is closed, or the process is told to end by a signal, which
// the toolkit sees to, and what must be finished is.
func Run(a fyne.App, c Config) {
	a.Settings().SetTheme(newConsoleTheme())
	w := newWindow(a.NewWindow(appName()), c)
	w.onQuit = a.Quit
	context.AfterFunc(c.Ctx, w.ensureEnd)
	w.resume() // keyring, server and fonts are as slow as making the window is: all at once
	warm := w.tasks.warmFonts()
	w.win.Show()
	<-warm
	w.firstLook()
	a.Run()
	w.finish()
}

package views

import "fyne.io/fyne/v2"

// Run opens the window and blocks until it is closed.
func Run(a fyne.App, c Config) {
	a.Settings().SetTheme(newConsoleTheme())
	w := newWindow(a.NewWindow(appName()), c)
	w.onQuit = a.Quit
	a.Lifecycle().SetOnStarted(w.start)
	w.win.Show()
	a.Run()
}

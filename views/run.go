package views

import "fyne.io/fyne/v2"

// Run opens the window and blocks until it is closed.
func Run(a fyne.App, c Config) {
	a.Settings().SetTheme(newConsoleTheme())
	w := newWindow(a.NewWindow(appName()), c)
	w.onQuit = a.Quit
	w.start() // before the window is made: the keyring and the server answer meanwhile
	w.win.Show()
	a.Run()
}

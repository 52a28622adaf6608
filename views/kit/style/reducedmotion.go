package style

import "fyne.io/fyne/v2"

// Still returns a as an application in which nothing moves.
func Still(a fyne.App) fyne.App { return stillApp{a} }

type stillApp struct{ fyne.App }

// Settings are the application's, but for what moves.
func (a stillApp) Settings() fyne.Settings { return stillSettings{a.App.Settings()} }

type stillSettings struct{ fyne.Settings }

// ShowAnimations tells that nothing moves.
func (stillSettings) ShowAnimations() bool { return false }

package style

import "fyne.io/fyne/v2"

// KeepStill ends what moves: the blinking of the cursor in a field, and the flash of a list that is opened.
// Nothing else does. To the toolkit it is a setting of the user's for all its applications, which is not
// ours to change, so the widgets are told something else than is set there. Call it in the toolkit's loop,
// which knows its own settings from others as it begins.
func KeepStill(c fyne.Canvas) {
	fyne.SetCurrentApp(Still(fyne.CurrentApp()))
	if focused := c.Focused(); focused != nil {
		focused.FocusLost() // a cursor that blinks already goes on until then
		focused.FocusGained()
	}
}

// Still returns a as an application in which nothing moves.
func Still(a fyne.App) fyne.App { return stillApp{a} }

type stillApp struct{ fyne.App }

// Settings are the application's, but for what moves.
func (a stillApp) Settings() fyne.Settings { return stillSettings{a.App.Settings()} }

type stillSettings struct{ fyne.Settings }

// ShowAnimations tells that nothing moves.
func (stillSettings) ShowAnimations() bool { return false }

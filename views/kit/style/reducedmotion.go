package style

import "fyne.io/fyne/v2"

// DisableAnimations turns off all animations: the blinking cursor in a field, and the flash of a drop-down list that is
// opened. In the toolkit this is a setting of the user for all of its applications, which is not ours to change. So
// widgets see other settings than those that are stored. Call it from within the toolkit's event loop: as the loop
// begins, it must still find the toolkit's own settings.
func DisableAnimations(c fyne.Canvas) {
	fyne.SetCurrentApp(WithoutAnimations(fyne.CurrentApp()))
	if focused := c.Focused(); focused != nil {
		focused.FocusLost() // otherwise a cursor that blinks already would go on
		focused.FocusGained()
	}
}

// WithoutAnimations returns a as an application in which nothing moves.
func WithoutAnimations(a fyne.App) fyne.App { return stillApp{a} }

type stillApp struct{ fyne.App }

// Settings returns the application's settings, but without animations.
func (a stillApp) Settings() fyne.Settings { return stillSettings{a.App.Settings()} }

type stillSettings struct{ fyne.Settings }

// ShowAnimations returns false.
func (stillSettings) ShowAnimations() bool { return false }

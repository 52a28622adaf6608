package style

import "fyne.io/fyne/v2"

// Show shows or hides o, and makes the toolkit draw the window. By itself the toolkit draws nothing when a container is
// shown, or a widget that was never drawn: the object would only appear with the next change to the window.
func Show(o fyne.CanvasObject, on bool) {
	if o.Visible() == on {
		return
	}
	if on {
		o.Show()
	} else {
		o.Hide()
	}
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		w.Canvas().Refresh(o)
	}
}

// Enable enables or disables o.
func Enable(o fyne.Disableable, on bool) {
	switch {
	case o.Disabled() != on:
	case on:
		o.Enable()
	default:
		o.Disable()
	}
}

package style

import "fyne.io/fyne/v2"

// Covers reports whether an object is shown at a position in the window.
func Covers(o fyne.CanvasObject, at fyne.Position) bool {
	in := at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(o))
	return o.Visible() && in.X >= 0 && in.Y >= 0 && in.X < o.Size().Width && in.Y < o.Size().Height
}

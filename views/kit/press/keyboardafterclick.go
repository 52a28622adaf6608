package press

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// clicks leaves the keyboard where it is when the user clicks on what does not take it, such as a button beside a field. The
// toolkit takes it away at every such click.
type clicks struct {
	presses *Presses
	canvas  fyne.Canvas
	before  fyne.Focusable // what had the keyboard; nil if nothing had it, or nothing that showed so
	changes int            // Presses.changes at the press
}

// pass passes an event of a mouse button on to the toolkit. The keyboard goes back to what had it, unless something else has got
// it, or something has appeared or disappeared.
func (c *clicks) pass(action glfw.Action, on func()) {
	if action == glfw.Press {
		c.before, c.changes = shownFocus(c.canvas.Focused()), c.presses.changes
	}
	on()
	if action == glfw.Release && c.before != nil && c.canvas.Focused() == nil && c.changes == c.presses.changes && isVisible(c.before) {
		c.presses.returning = true
		c.canvas.Focus(c.before)
		c.presses.returning = false
	}
}

// shownFocus returns what has the keyboard, or nil if it hides that because the keyboard came by a click.
func shownFocus(f fyne.Focusable) fyne.Focusable {
	if r, ok := f.(interface{ Ringed() bool }); ok && !r.Ringed() {
		return nil
	}
	return f
}

// isVisible reports whether a control is drawn, or would be if the page were scrolled.
func isVisible(f fyne.Focusable) bool {
	o, ok := f.(fyne.CanvasObject)
	return ok && fyne.CurrentApp().Driver().AbsolutePositionForObject(o) != fyne.Position{}
}

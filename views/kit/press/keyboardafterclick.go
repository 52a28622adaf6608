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
	before  fyne.Focusable // has the keyboard, or had it before the press; nil if nothing had it, or nothing that showed so
	changes int            // Presses.changes at the press
}

// pass passes an event of a mouse button on to the toolkit. The keyboard goes back to what had it, unless something else has got
// it, or something has appeared or disappeared.
func (c *clicks) pass(action glfw.Action, on func()) {
	if action == glfw.Press {
		before := c.canvas.Focused()
		c.changes = c.presses.changes
		c.inPlace(on)
		if now := c.canvas.Focused(); now != nil {
			before = now // also if the pointer leaves it before the release, as when the user selects its text
		}
		c.before = shownFocus(before)
		return
	}
	on()
	if c.before != nil && c.canvas.Focused() == nil && c.changes == c.presses.changes && IsVisible(c.before) {
		c.inPlace(func() { c.canvas.Focus(c.before) })
	}
}

// inPlace calls do. What gets the keyboard then does not scroll: it is below the pointer, or the user has left it where it is.
func (c *clicks) inPlace(do func()) {
	c.presses.inPlace = true
	do()
	c.presses.inPlace = false
}

// shownFocus returns what has the keyboard, or nil if it hides that because the keyboard came by a click.
func shownFocus(f fyne.Focusable) fyne.Focusable {
	if r, ok := f.(interface{ Ringed() bool }); ok && !r.Ringed() {
		return nil
	}
	return f
}

// IsVisible reports whether a control is drawn, or would be if the page were scrolled.
func IsVisible(f fyne.Focusable) bool {
	o, ok := f.(fyne.CanvasObject)
	return ok && fyne.CurrentApp().Driver().AbsolutePositionForObject(o) != fyne.Position{}
}

package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/press"
	"accesskeys/views/kit/style"
)

// Check is a tick box that passes the keys on that it has no use for.
type Check struct {
	widget.Check
	OnFocus func() // it gets the keyboard
	ring    *ring
}

// NewCheck returns a box that is ticked or not.
func NewCheck(label string, on bool) *Check {
	c := &Check{ring: newRing()}
	c.Text = label
	c.Checked = on
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey passes on what a tick box does not use.
func (c *Check) TypedKey(e *fyne.KeyEvent) {
	c.Check.TypedKey(e)
	if e.Name != fyne.KeySpace {
		press.Pass(c, e)
	}
}

// TypedRune passes on what asks for help.
func (c *Check) TypedRune(r rune) {
	c.Check.TypedRune(r)
	press.PassRune(c, r)
}

// FocusGained shows the ring, and calls OnFocus.
func (c *Check) FocusGained() {
	c.ring.Show()
	c.Check.FocusGained()
	if c.OnFocus != nil {
		c.OnFocus()
	}
}

// FocusLost takes the ring away.
func (c *Check) FocusLost() {
	c.ring.Hide()
	c.Check.FocusLost()
}

// AccessibilityLabel is what it says, and whether that is chosen.
func (c *Check) AccessibilityLabel() string {
	state := lang.X("check.off", "not ticked")
	if c.Checked {
		state = lang.X("check.on", "ticked")
	}
	return c.Text + ": " + state
}

// AccessibilityRole is that of a button: the toolkit has none for a tick box.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is how Fyne draws it.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	return &checkRenderer{c.ring.around(c.Check.CreateRenderer())}
}

// checkRenderer has the baseline of the label be where that of Latin text is.
type checkRenderer struct{ fyne.WidgetRenderer }

// Layout places the label.
func (r *checkRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	for _, o := range r.Objects() {
		if label, ok := o.(*canvas.Text); ok {
			style.PlaceLine(label, label.Position().X, size.Height)
		}
	}
}

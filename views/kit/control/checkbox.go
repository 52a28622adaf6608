package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/press"
	"accesskeys/views/kit/style"
)

// Check is a tick box that passes the keys that it does not use on to the window.
type Check struct {
	widget.Check
	HeldKey
	OnFocus     func() // called when the box gets the focus
	OnSubmitted func() // called at Enter, where the box is part of a form; may be nil
	ring        *ring
}

// NewCheck returns a box that is ticked if on is true.
func NewCheck(label string, on bool) *Check {
	c := &Check{ring: newRing()}
	c.Text = label
	c.Checked = on
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey submits the form at Enter, once however long it is held down. It passes all other keys but Space on to the
// window.
func (c *Check) TypedKey(e *fyne.KeyEvent) {
	c.Check.TypedKey(e)
	enter := e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter
	switch {
	case e.Name == fyne.KeySpace:
	case !enter || c.OnSubmitted == nil:
		press.Pass(c, e)
	case c.TakePress():
		c.OnSubmitted()
	}
}

// TypedRune toggles the box at a space, and passes a question mark, which asks for help, on to the window.
func (c *Check) TypedRune(r rune) {
	if r == ' ' {
		c.Follow() // the user may have scrolled it out of sight
	}
	c.Check.TypedRune(r)
	press.PassRune(c, r)
}

// FocusGained shows the focus ring and calls OnFocus.
func (c *Check) FocusGained() {
	c.ring.focus(true)
	c.Check.FocusGained()
	c.Follow()
}

// Follow implements scroll.Followed.
func (c *Check) Follow() {
	if c.OnFocus != nil {
		c.OnFocus()
	}
}

// Cover implements Coverable.
func (c *Check) Cover(on bool) { c.ring.cover(on) }

// FocusLost hides the focus ring.
func (c *Check) FocusLost() {
	c.ring.focus(false)
	c.Check.FocusLost()
}

// AccessibilityLabel returns the box's text, and whether it is ticked.
func (c *Check) AccessibilityLabel() string {
	state := lang.X("check.off", "not ticked")
	if c.Checked {
		state = lang.X("check.on", "ticked")
	}
	return c.Text + ": " + state
}

// AccessibilityRole returns the role of a button: the toolkit has none for a tick box.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	return &checkRenderer{c.ring.around(c.Check.CreateRenderer()), c}
}

// checkRenderer puts the baseline of the label where the baseline of Latin text is, and the ring around the box and its label,
// however wide the widget is: only they can be clicked.
type checkRenderer struct {
	fyne.WidgetRenderer
	check *Check
}

// Layout implements fyne.WidgetRenderer.
func (r *checkRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	for _, o := range r.Objects() {
		if label, ok := o.(*canvas.Text); ok {
			style.PlaceLine(label, label.Position().X, size.Height)
		}
	}
	r.placeRing(size)
}

// Refresh implements fyne.WidgetRenderer.
func (r *checkRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.placeRing(r.check.Size()) // the label may be another
}

func (r *checkRenderer) placeRing(size fyne.Size) {
	r.check.ring.place(fyne.NewSize(min(size.Width, r.MinSize().Width), size.Height))
}

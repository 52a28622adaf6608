package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// check is a tick box that hands on the keys that it has no use for.
type check struct {
	widget.Check
	OnKey   func(*fyne.KeyEvent)
	OnFocus func() // it gets the keyboard
}

func newCheck(label string, on bool) *check {
	c := &check{}
	c.Text = label
	c.Checked = on
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey hands on what a tick box does not use.
func (c *check) TypedKey(e *fyne.KeyEvent) {
	c.Check.TypedKey(e)
	if c.OnKey != nil && e.Name != fyne.KeySpace {
		c.OnKey(e)
	}
}

// FocusGained tells of the keyboard.
func (c *check) FocusGained() {
	c.Check.FocusGained()
	if c.OnFocus != nil {
		c.OnFocus()
	}
}

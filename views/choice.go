package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// choice is a drop-down list that names its options by their place, and hands on the keys that it has no
// use for.
type choice struct {
	widget.Select
	OnKey  func(*fyne.KeyEvent)
	OnMenu func(*fyne.Menu, fyne.Position) // opens the options as a menu
	name   string
	ring   *ring
}

// newChoice offers options; name is what they are about.
func newChoice(name string, options []string, chosen int, changed func(place int)) *choice {
	c := &choice{name: name, ring: newRing()}
	c.Options = options
	c.Selected = options[chosen]
	c.OnChanged = func(string) { changed(c.SelectedIndex()) }
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey hands on what a drop-down list does not use; Enter opens it, as Space does.
func (c *choice) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyRight:
		c.Select.TypedKey(e)
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		c.Tapped(nil)
	default:
		c.OnKey(e)
	}
}

// Tapped opens the options.
func (c *choice) Tapped(*fyne.PointEvent) {
	if c.Disabled() {
		return
	}
	driver := fyne.CurrentApp().Driver()
	driver.CanvasForObject(c).Focus(c)
	items := make([]*fyne.MenuItem, len(c.Options))
	for i, option := range c.Options {
		items[i] = fyne.NewMenuItem(option, func() { c.SetSelectedIndex(i) })
		items[i].Checked = i == c.SelectedIndex()
	}
	c.OnMenu(fyne.NewMenu("", items...), driver.AbsolutePositionForObject(c).AddXY(0, c.Size().Height+2))
}

// TypedRune hands on what asks for help.
func (c *choice) TypedRune(r rune) { typedRune(r, c.OnKey) }

// FocusGained shows the ring.
func (c *choice) FocusGained() {
	c.ring.Show()
	c.Select.FocusGained()
}

// FocusLost takes the ring away.
func (c *choice) FocusLost() {
	c.ring.Hide()
	c.Select.FocusLost()
}

// CreateRenderer is how Fyne draws it.
func (c *choice) CreateRenderer() fyne.WidgetRenderer {
	return c.ring.around(c.Select.CreateRenderer())
}

// AccessibilityLabel is what is chosen, and about what.
func (c *choice) AccessibilityLabel() string { return c.name + ": " + c.Selected }

// AccessibilityRole is that of a button: the toolkit has none for a drop-down list.
func (c *choice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

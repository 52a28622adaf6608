package views

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// choice is a drop-down list that names its options by their place, and hands on the keys that it has no
// use for.
type choice struct {
	widget.Select
	OnChosen func(place int)
	OnKey    func(*fyne.KeyEvent)
	OnFocus  func()                          // it gets the keyboard
	OnMenu   func(*fyne.Menu, fyne.Position) // opens the options as a menu
	name     string
	ring     *ring
}

// newChoice offers options; name is what they are about.
func newChoice(name string, options []string, chosen int) *choice {
	c := &choice{name: name, OnFocus: func() {}, ring: newRing()}
	c.offer(options, chosen)
	c.OnChanged = func(string) {
		if place := c.SelectedIndex(); place >= 0 { // not with a name of before, from a list that is still open
			c.OnChosen(place)
		}
	}
	c.ExtendBaseWidget(c)
	return c
}

// Choose chooses an option as a person would.
func (c *choice) Choose(place int) { c.SetSelectedIndex(place) }

// framed is a drop-down list in the frame of a field.
func framed(c *choice) fyne.CanvasObject {
	frame := newPanel(colorCard)
	frame.stroke = theme.ColorNameInputBorder
	frame.rect.StrokeWidth = 1
	frame.rect.CornerRadius = 6
	return container.NewStack(frame, container.New(layout.NewCustomPaddedLayout(1, 1, 1, 1), c))
}

// Rename calls the options something else.
func (c *choice) Rename(options []string) {
	c.offer(options, max(0, c.SelectedIndex()))
	c.Refresh()
}

func (c *choice) offer(options []string, chosen int) {
	c.Options = options
	c.Selected = options[chosen]
	// What it would say if nothing were chosen is what the toolkit makes room for.
	// Bytes do for a measure: measuring takes a font of the system's for Chinese, which is slow to read.
	c.PlaceHolder = slices.MaxFunc(options, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
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

// FocusGained shows the ring, and tells of the keyboard.
func (c *choice) FocusGained() {
	c.ring.Show()
	c.Select.FocusGained()
	c.OnFocus()
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

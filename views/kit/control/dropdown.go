package control

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/press"
	"accesskeys/views/kit/style"
)

// Choice is a drop-down list that names its options by their place, and passes the keys on that it has no
// use for.
type Choice struct {
	widget.Select
	OnChosen func(place int)
	OnFocus  func() // it gets the keyboard
	Name     string
	open     OpenMenu
	ring     *ring
}

// OpenMenu opens a menu at a place in the window.
type OpenMenu func(*fyne.Menu, fyne.Position)

// NewChoice offers options, which it opens as a menu; name is what they are about.
func NewChoice(open OpenMenu, name string, options []string, chosen int) *Choice {
	c := &Choice{Name: name, OnFocus: func() {}, open: open, ring: newRing()}
	c.Offer(options, chosen)
	c.OnChanged = func(string) {
		if place := c.SelectedIndex(); place >= 0 { // not with a name of before, from a list that is still open
			c.OnChosen(place)
		}
	}
	c.ExtendBaseWidget(c)
	return c
}

// Choose chooses an option as a user would.
func (c *Choice) Choose(place int) { c.SetSelectedIndex(place) }

// selectWidth is that of all drop-down lists and short fields of a form.
const selectWidth = float32(220)

// OfOneWidth is a drop-down list or a field that is as wide as the others of its form.
func OfOneWidth(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewHBox(container.NewStack(style.Gap(selectWidth, 0), o))
}

// Rename calls the options something else.
func (c *Choice) Rename(options []string) {
	c.Offer(options, max(0, c.SelectedIndex()))
	c.Refresh()
}

// Offer has other options to choose from, with one chosen.
func (c *Choice) Offer(options []string, chosen int) {
	c.Options = options
	c.Selected = options[chosen]
	// What it would say if nothing were chosen is what the toolkit makes room for.
	// Bytes do for a measure: measuring takes a font of the system's for Chinese, which is slow to read.
	c.PlaceHolder = slices.MaxFunc(options, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
}

// TypedKey passes on what a drop-down list does not use; Enter opens it, as Space does.
func (c *Choice) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyRight:
		c.Select.TypedKey(e)
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		c.Tapped(nil)
	default:
		press.Pass(c, e)
	}
}

// Tapped opens the options.
func (c *Choice) Tapped(*fyne.PointEvent) {
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
	c.open(fyne.NewMenu("", items...), driver.AbsolutePositionForObject(c).AddXY(0, c.Size().Height+2))
}

// TypedRune passes on what asks for help.
func (c *Choice) TypedRune(r rune) { press.PassRune(c, r) }

// FocusGained shows the ring, and calls OnFocus.
func (c *Choice) FocusGained() {
	c.ring.Show()
	c.Select.FocusGained()
	c.OnFocus()
}

// FocusLost takes the ring away.
func (c *Choice) FocusLost() {
	c.ring.Hide()
	c.Select.FocusLost()
}

// CreateRenderer is how Fyne draws it.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	return c.ring.aroundField(c, func() string { return c.Selected }, c.Select.CreateRenderer())
}

// AccessibilityLabel is what is chosen, and about what.
func (c *Choice) AccessibilityLabel() string { return c.Name + ": " + c.Selected }

// AccessibilityRole is that of a button: the toolkit has none for a drop-down list.
func (c *Choice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Names is what each of some values is called.
func Names[T any](values []T, say func(T) string) []string {
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = say(v)
	}
	return names
}

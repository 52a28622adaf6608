package control

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/press"
)

// Choice is a drop-down list whose options are identified by their index. It passes the keys that it does not use on to
// the window.
type Choice struct {
	widget.Select
	OnChosen func(place int)
	OnFocus  func() // called when the list gets the focus
	Name     string
	openMenu OpenMenu
	ring     *ring
	opening  bool
	clicked  bool // it has the keyboard by a click
}

// OpenMenu opens the menu of a drop-down list beside it.
type OpenMenu func(m *fyne.Menu, choice fyne.CanvasObject)

// NewChoice returns a drop-down list of options, which it opens as a menu. name tells what is chosen.
func NewChoice(open OpenMenu, name string, options []string, chosen int) *Choice {
	c := &Choice{Name: name, OnFocus: func() {}, openMenu: open, ring: newRing()}
	c.Fill(options, chosen)
	c.OnChanged = func(string) {
		if place := c.SelectedIndex(); place >= 0 { // a menu that is still open may offer an option that was replaced
			c.OnChosen(place)
		}
	}
	c.ExtendBaseWidget(c)
	return c
}

// Choose chooses an option as a user would.
func (c *Choice) Choose(place int) { c.SetSelectedIndex(place) }

// Rename replaces the names of the options; the same option stays chosen.
func (c *Choice) Rename(options []string) {
	c.Fill(options, max(0, c.SelectedIndex()))
	c.Refresh()
}

// Fill replaces the options, and chooses one of them.
func (c *Choice) Fill(options []string, chosen int) {
	c.Options = options
	c.Selected = options[chosen]
	// The toolkit makes the list as wide as its placeholder. Comparing bytes is good enough to find the longest option:
	// to measure Chinese text, the toolkit would have to read a system font, which is slow.
	c.PlaceHolder = slices.MaxFunc(options, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
}

// TypedKey opens the list on Enter, Space, Up and Down, steps through it with Left and Right, and passes all other keys
// on to the window. The user may have scrolled the list out of sight.
func (c *Choice) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyRight:
		c.Follow()
		c.Select.TypedKey(e)
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		c.Follow()
		c.Tapped(nil)
	default:
		press.Pass(c, e)
	}
}

// Tapped opens the menu of options. On a click, the page does not scroll: the list stays below the pointer.
func (c *Choice) Tapped(e *fyne.PointEvent) {
	if c.Disabled() {
		return
	}
	c.opening, c.clicked = true, e != nil
	defer func() { c.opening = false }()
	driver := fyne.CurrentApp().Driver()
	driver.CanvasForObject(c).Focus(c)
	items := make([]*fyne.MenuItem, len(c.Options))
	for i, option := range c.Options {
		items[i] = fyne.NewMenuItem(option, func() { c.SetSelectedIndex(i) })
		items[i].Checked = i == c.SelectedIndex()
	}
	c.openMenu(fyne.NewMenu("", items...), c)
}

// TypedRune passes a question mark, which asks for help, on to the window.
func (c *Choice) TypedRune(r rune) { press.PassRune(c, r) }

// FocusGained shows the focus ring, and calls OnFocus unless the focus came by a click, or comes back from the menu after one.
func (c *Choice) FocusGained() {
	c.ring.focus(true)
	c.Select.FocusGained()
	if !c.clicked {
		c.Follow()
	}
}

// Follow implements scroll.Followed.
func (c *Choice) Follow() { c.OnFocus() }

// Cover implements Coverable.
func (c *Choice) Cover(on bool) { c.ring.cover(on) }

// FocusLost hides the focus ring.
func (c *Choice) FocusLost() {
	c.ring.focus(false)
	c.Select.FocusLost()
	c.clicked = c.clicked && c.opening
}

// CreateRenderer implements fyne.Widget.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	return c.ring.aroundField(c, func() string { return c.Selected }, c.Select.CreateRenderer())
}

// AccessibilityLabel returns the list's name and the chosen option.
func (c *Choice) AccessibilityLabel() string { return c.Name + ": " + c.Selected }

// AccessibilityRole returns the role of a button: the toolkit has none for a drop-down list.
func (c *Choice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Names returns the name of each value.
func Names[T any](values []T, say func(T) string) []string {
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = say(v)
	}
	return names
}

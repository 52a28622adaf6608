package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// choice is a drop-down list that names its options by their place, and hands on the keys that it has no
// use for.
type choice struct {
	widget.Select
	OnKey   func(*fyne.KeyEvent)
	OnFocus func() // it gets the keyboard
	name    string
}

// newChoice offers options; name is what they are about.
func newChoice(name string, options []string, chosen int, changed func(place int)) *choice {
	c := &choice{name: name}
	c.Options = options
	c.Selected = options[chosen]
	c.OnChanged = func(string) { changed(c.SelectedIndex()) }
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey hands on what a drop-down list does not use; Enter opens it, as Space does.
func (c *choice) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
		c.Select.TypedKey(e)
	case fyne.KeyReturn, fyne.KeyEnter:
		c.Select.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		c.OnKey(e)
	}
}

// FocusGained tells of the keyboard.
func (c *choice) FocusGained() {
	c.Select.FocusGained()
	c.OnFocus()
}

// AccessibilityLabel is what is chosen, and about what.
func (c *choice) AccessibilityLabel() string { return c.name + ": " + c.Selected }

// AccessibilityRole is that of a button: the toolkit has none for a drop-down list.
func (c *choice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

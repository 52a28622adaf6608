package rotation

import (
	"slices"

	"fyne.io/fyne/v2"
)

// controls is the controls of a page that can have the keyboard.
type controls struct {
	all   []namedControl
	first fyne.Focusable // gets the keyboard first
	last  namedControl   // had the keyboard last
}

// namedControl is a control that can have the keyboard, with the name that identifies it after the page was made again.
type namedControl struct {
	name   string
	object fyne.Focusable
}

// focusable is a widget that can have the keyboard.
type focusable interface {
	fyne.Focusable
	fyne.CanvasObject
}

// clear drops the controls, since the page is made again, and remembers the one that has the keyboard: a click on a drop-down
// list does not call OnFocus.
func (c *controls) clear(focused fyne.Focusable) {
	for _, o := range c.all {
		if o.object == focused {
			c.last = o
		}
	}
	c.all, c.first = nil, nil
}

// watch registers a control by its name. It returns the control's OnFocus callback.
func (c *controls) watch(name string, o focusable) func() {
	named := namedControl{name, o}
	c.all = append(c.all, named)
	return func() { c.last = named }
}

// has reports whether there is a control of this name.
func (c *controls) has(name string) bool {
	return slices.ContainsFunc(c.all, func(o namedControl) bool { return o.name == name })
}

// successor returns the control that takes over the keyboard from focused: the one of the same name unless it is disabled, or
// else the one for the next action. It returns nil if focused was not on the page.
func (c *controls) successor(focused fyne.Focusable) fyne.Focusable {
	if focused == nil || focused != c.last.object {
		return nil
	}
	for _, o := range c.all {
		if d, ok := o.object.(fyne.Disableable); o.name == c.last.name && !(ok && d.Disabled()) {
			return o.object
		}
	}
	return c.first
}

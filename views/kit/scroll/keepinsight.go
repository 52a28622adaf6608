package scroll

import "fyne.io/fyne/v2"

// Followed is a control to which the page scrolls when it gets the keyboard.
type Followed interface {
	fyne.Focusable
	fyne.CanvasObject
	Follow() // has the page scroll to it again
}

// focused returns the control in the content that has the keyboard, or nil if none has that the page scrolls to.
func (l *Exposed) focused() Followed {
	c := fyne.CurrentApp().Driver().CanvasForObject(l.Object)
	if c == nil {
		return nil
	}
	focused, ok := c.Focused().(Followed)
	if !ok {
		return nil
	}
	if _, found := topInLayout(l.Scroll.Content, focused); !found {
		return nil
	}
	return focused
}

// inSight reports whether all of an object is in sight: the user has not scrolled on from it.
func (l *Exposed) inSight(o fyne.CanvasObject) bool {
	top := topWithin(l.Scroll.Content, o) - l.Scroll.Offset.Y
	return top >= 0 && top+o.Size().Height <= l.Scroll.Size().Height
}

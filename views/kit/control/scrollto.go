package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// ScrollMargin is how much of the surroundings is visible around the object that was scrolled to.
const ScrollMargin = float32(24)

// ScrollTo scrolls as little as possible so that everything from the top of control to the bottom of until is visible,
// or control alone if not all of that fits.
func ScrollTo(s *container.Scroll, content, control, until fyne.CanvasObject) {
	top, bottom := topWithin(content, control), topWithin(content, until)+until.Size().Height
	room := s.Size().Height
	if bottom-top > room {
		bottom = top + control.Size().Height
	}
	margin := max(0, min(ScrollMargin, (room-(bottom-top))/2))
	switch {
	case top < s.Offset.Y:
		s.ScrollToOffset(fyne.NewPos(0, max(0, top-margin)))
	case bottom > s.Offset.Y+room:
		s.ScrollToOffset(fyne.NewPos(0, max(0, min(bottom+margin, content.Size().Height)-room)))
	}
}

// ScrollToBoth scrolls so that control is visible, and as far as it fits also notice, whose text has just changed.
func ScrollToBoth(s *container.Scroll, content, notice, control fyne.CanvasObject) {
	content.Resize(content.MinSize().Max(s.Size())) // the content is not laid out for the new text yet
	s.Refresh()
	first, last := notice, control
	if topWithin(content, control) < topWithin(content, notice) {
		first, last = control, notice
	}
	ScrollTo(s, content, first, last)
	ScrollTo(s, content, notice, notice)
	ScrollTo(s, content, control, control)
}

// topWithin returns how far an object is below the top of content.
func topWithin(content, o fyne.CanvasObject) float32 {
	if y, found := topInLayout(content, o); found { // the toolkit does not know the position of an object that it has not drawn yet
		return y
	}
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	return place(o).Y - place(content).Y
}

func topInLayout(in, o fyne.CanvasObject) (y float32, found bool) {
	if in == o {
		return 0, true
	}
	if c, ok := in.(*fyne.Container); ok {
		for _, child := range c.Objects {
			if y, found := topInLayout(child, o); found {
				return child.Position().Y + y, true
			}
		}
	}
	return 0, false
}

// NewScrolledRenderer returns a renderer for a list, scrolled to where the list was. The toolkit drops a renderer that
// it has not drawn for a minute, and the scroll position with it.
func NewScrolledRenderer(l *widget.List) fyne.WidgetRenderer {
	r := l.CreateRenderer()
	if s, ok := r.Objects()[0].(*container.Scroll); ok {
		s.Offset.Y = l.GetScrollOffset()
	}
	return r
}

// ScrollByKey scrolls a list by a line of the given height, by a page, or to an end. It reports whether the key is one
// that scrolls.
func ScrollByKey(l *widget.List, key fyne.KeyName, line float32) bool {
	page := l.Size().Height - line
	switch key {
	case fyne.KeyDown:
		l.ScrollToOffset(l.GetScrollOffset() + line)
	case fyne.KeyUp:
		l.ScrollToOffset(l.GetScrollOffset() - line)
	case fyne.KeyPageDown:
		l.ScrollToOffset(l.GetScrollOffset() + page)
	case fyne.KeyPageUp:
		l.ScrollToOffset(l.GetScrollOffset() - page)
	case fyne.KeyHome:
		l.ScrollToTop()
	case fyne.KeyEnd:
		l.ScrollToBottom()
	default:
		return false
	}
	return true
}

// ScrollContent scrolls by a line, by a page, or to an end, depending on the key. It ignores other keys.
func ScrollContent(s *container.Scroll, key fyne.KeyName) {
	const line = 24
	last, page := s.Content.Size().Height-s.Size().Height, s.Size().Height-line
	y, scrolls := map[fyne.KeyName]float32{
		fyne.KeyUp: s.Offset.Y - line, fyne.KeyDown: s.Offset.Y + line,
		fyne.KeyPageUp: s.Offset.Y - page, fyne.KeyPageDown: s.Offset.Y + page,
		fyne.KeyHome: 0, fyne.KeyEnd: last,
	}[key]
	if scrolls {
		s.ScrollToOffset(fyne.NewPos(0, max(0, min(y, last))))
	}
}

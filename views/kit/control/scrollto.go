package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// ScrollMargin is what is seen of what surrounds what was scrolled to.
const ScrollMargin = float32(24)

// ScrollTo scrolls no more than it takes to see control, and all from there to the end of until as far as
// that fits.
func ScrollTo(s *container.Scroll, content, control, until fyne.CanvasObject) {
	top, bottom := below(content, control), below(content, until)+until.Size().Height
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

// ScrollToBoth scrolls to see control, and a notice that has just been worded as far as that fits.
func ScrollToBoth(s *container.Scroll, content, notice, control fyne.CanvasObject) {
	content.Resize(content.MinSize().Max(s.Size())) // nothing is laid out for the notice yet
	s.Refresh()
	first, last := notice, control
	if below(content, control) < below(content, notice) {
		first, last = control, notice
	}
	ScrollTo(s, content, first, last)
	ScrollTo(s, content, notice, notice)
	ScrollTo(s, content, control, control)
}

// below is how far an object is below the top of what it is in.
func below(content, o fyne.CanvasObject) float32 {
	if y, found := laidOut(content, o); found { // the toolkit knows no place of what it has not drawn yet
		return y
	}
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	return place(o).Y - place(content).Y
}

func laidOut(in, o fyne.CanvasObject) (y float32, found bool) {
	if in == o {
		return 0, true
	}
	if c, ok := in.(*fyne.Container); ok {
		for _, child := range c.Objects {
			if y, found := laidOut(child, o); found {
				return child.Position().Y + y, true
			}
		}
	}
	return 0, false
}

// KeepScroll returns a list's renderer, scrolled to where the list was: the toolkit drops the renderer of what it has not
// drawn for a minute, and with it how far it was scrolled.
func KeepScroll(l *widget.List) fyne.WidgetRenderer {
	r := l.CreateRenderer()
	if s, ok := r.Objects()[0].(*container.Scroll); ok {
		s.Offset.Y = l.GetScrollOffset()
	}
	return r
}

// ScrollByKey scrolls a list by a line of a height, by a page, or to an end. It reports whether the key is for that.
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

// ScrollContent scrolls by a key: by a little, by a page, or to an end. Other keys do nothing.
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

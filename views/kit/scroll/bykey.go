package scroll

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// ListByKey scrolls a list by a line of the given height, by a page, or to an end. It reports whether the key is one
// that scrolls.
func ListByKey(l *widget.List, key fyne.KeyName, line float32) bool {
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

// ByKey scrolls by a line, by a page, or to an end, depending on the key. It ignores other keys.
func ByKey(s *container.Scroll, key fyne.KeyName) {
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

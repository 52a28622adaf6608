package scroll

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// NewListRenderer returns a renderer for a list, scrolled to where the list was. The toolkit drops a renderer that
// it has not drawn for a minute, and the scroll position with it.
func NewListRenderer(l *widget.List) fyne.WidgetRenderer {
	r := l.CreateRenderer()
	if s, ok := r.Objects()[0].(*container.Scroll); ok {
		s.Offset.Y = l.GetScrollOffset()
	}
	return r
}

package scroll

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
)

// NewListRenderer returns a renderer for a list in a card, with a bar, and scrolled to where the list was. The toolkit
// drops a renderer that it has not drawn for a minute, and the scroll position with it.
func NewListRenderer(l *widget.List) fyne.WidgetRenderer {
	r := l.CreateRenderer()
	s, ok := r.Objects()[0].(*container.Scroll)
	if !ok {
		return r
	}
	s.Offset.Y = l.GetScrollOffset()
	return withBar{r, newBar(s, style.ColorCard)}
}

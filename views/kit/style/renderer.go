package style

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// NewRenderer returns a renderer for a widget that consists of one object. recolor gives the object the theme's
// colours; it is called now and at every refresh.
func NewRenderer(o fyne.CanvasObject, recolor func()) fyne.WidgetRenderer {
	recolor()
	return &renderer{widget.NewSimpleRenderer(o), o, recolor}
}

type renderer struct {
	fyne.WidgetRenderer
	drawn   fyne.CanvasObject
	recolor func()
}

func (r *renderer) Refresh() {
	r.recolor()
	r.drawn.Refresh()
}

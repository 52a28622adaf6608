// Package wheel gives the turns of the mouse wheel over a field to the page that the field is on.
package wheel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Over draws a field of one line. The toolkit gives such a field the turns of the wheel, for which it has no use: so what
// scrolls the page gets them.
func Over(field fyne.CanvasObject, drawn fyne.WidgetRenderer) fyne.WidgetRenderer {
	return &renderer{WidgetRenderer: drawn, wheel: &wheel{field: field}}
}

type renderer struct {
	fyne.WidgetRenderer
	wheel *wheel
}

func (r *renderer) Objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{}, r.WidgetRenderer.Objects()...), r.wheel)
}

func (r *renderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.wheel.Resize(size)
}

// wheel lies over a field, and is not seen.
type wheel struct {
	canvas.Rectangle
	field fyne.CanvasObject
}

// Scrolled scrolls the page.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(w.field)
	if c == nil {
		return
	}
	for _, o := range append(c.Overlays().List(), c.Content()) {
		if page, found := pageOf(w.field, o, nil); found {
			if page != nil {
				page.Scrolled(e)
			}
			return
		}
	}
}

// pageOf is what scrolls a field that is in an object, nil where nothing does. page scrolls that object.
func pageOf(field, in fyne.CanvasObject, page *container.Scroll) (scrolls *container.Scroll, found bool) {
	var parts []fyne.CanvasObject
	switch o := in.(type) {
	case *fyne.Container:
		parts = o.Objects
	case *container.Scroll:
		parts, page = []fyne.CanvasObject{o.Content}, o
	}
	for _, o := range parts {
		if scrolls, found = pageOf(field, o, page); found {
			return scrolls, true
		}
	}
	return page, in == field
}

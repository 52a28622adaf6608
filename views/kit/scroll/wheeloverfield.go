package scroll

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// WheelOver returns the renderer of a field of one line, with an invisible object over the field. The toolkit sends the
// events of the wheel to the field, which does not use them; the object passes them on to what scrolls the page. The field
// takes them up to overhang below it.
func WheelOver(field fyne.CanvasObject, drawn fyne.WidgetRenderer, overhang float32) fyne.WidgetRenderer {
	return &wheelRenderer{WidgetRenderer: drawn, wheel: &wheel{field: field}, overhang: overhang}
}

type wheelRenderer struct {
	fyne.WidgetRenderer
	wheel    *wheel
	overhang float32
}

func (r *wheelRenderer) Objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{}, r.WidgetRenderer.Objects()...), r.wheel)
}

func (r *wheelRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.wheel.Resize(size.AddWidthHeight(0, r.overhang))
}

// wheel is an invisible object over a field.
type wheel struct {
	canvas.Rectangle
	field fyne.CanvasObject
}

// Scrolled implements fyne.Scrollable. It scrolls the page that the field is on.
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

// pageOf looks for field in an object, and returns the innermost scroll around it, or nil if there is none. page is the
// scroll around the object.
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

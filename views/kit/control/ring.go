package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// ring shows that a control of the toolkit's has the keyboard, whose own sign is too faint.
type ring struct{ *canvas.Rectangle }

func newRing() *ring {
	r := &ring{&canvas.Rectangle{CornerRadius: 6, StrokeWidth: 2}}
	r.Hide()
	return r
}

// around draws it around what the control is drawn with.
func (r *ring) around(control fyne.WidgetRenderer) fyne.WidgetRenderer {
	out := &ringRenderer{WidgetRenderer: control, ring: r}
	r.recolor()
	return out
}

func (r *ring) recolor() {
	settings := fyne.CurrentApp().Settings()
	r.StrokeColor = settings.Theme().Color(theme.ColorNamePrimary, settings.ThemeVariant())
}

type ringRenderer struct {
	fyne.WidgetRenderer
	ring *ring
}

func (r *ringRenderer) Objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{}, r.WidgetRenderer.Objects()...), r.ring.Rectangle)
}

func (r *ringRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.ring.Resize(size)
}

func (r *ringRenderer) Refresh() {
	r.ring.recolor()
	r.WidgetRenderer.Refresh()
}

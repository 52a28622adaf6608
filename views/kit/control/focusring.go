package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/style"
)

const (
	ringWidth  = float32(2)
	ringGap    = float32(2) // to what it is around, so that it is seen around what has its colour
	ringRadius = float32(8)

	// RingRoom is how far it reaches out of a control. What scrolls cuts it off where it leaves it less.
	RingRoom = ringWidth + ringGap
)

// ring shows that a control has the keyboard: the one sign of that for all controls.
type ring struct {
	*canvas.Rectangle
	within bool // and not around, where there is no room for that
}

func newRing() *ring {
	r := &ring{Rectangle: &canvas.Rectangle{CornerRadius: ringRadius, StrokeWidth: ringWidth}}
	r.Hide()
	return r
}

// place puts it around a control of a size.
func (r *ring) place(size fyne.Size) {
	out := RingRoom
	if r.within {
		out = 0
	}
	r.Move(fyne.NewSquareOffsetPos(-out))
	r.Resize(size.AddWidthHeight(2*out, 2*out))
}

func (r *ring) recolor() {
	settings := fyne.CurrentApp().Settings()
	r.StrokeColor = settings.Theme().Color(theme.ColorNamePrimary, settings.ThemeVariant())
}

// around draws it with what a control of the toolkit's is drawn with, whose own sign is another or too faint.
func (r *ring) around(control fyne.WidgetRenderer) fyne.WidgetRenderer {
	r.recolor()
	return &ringRenderer{WidgetRenderer: control, ring: r}
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
	r.ring.place(size)
}

func (r *ringRenderer) Refresh() {
	r.ring.recolor()
	r.WidgetRenderer.Refresh()
}

// aroundField does so for a field or a drop-down list, which gets the frame and the height of a button besides. The
// toolkit draws its ground first.
func (r *ring) aroundField(w fyne.Widget, says func() string, control fyne.WidgetRenderer) fyne.WidgetRenderer {
	r.recolor()
	f := &fieldRenderer{ringRenderer: ringRenderer{WidgetRenderer: control, ring: r}, widget: w, says: says}
	f.frame = control.Objects()[0].(*canvas.Rectangle)
	f.update()
	return f
}

type fieldRenderer struct {
	ringRenderer
	widget fyne.Widget
	says   func() string
	frame  *canvas.Rectangle
	text   fyne.Position // where the toolkit has what it says
}

func (r *fieldRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.ringRenderer.MinSize().Width, ButtonHeight)
}

func (r *fieldRenderer) Layout(size fyne.Size) {
	r.ringRenderer.Layout(size)
	r.frame.Move(fyne.Position{})
	r.frame.Resize(size)
	r.text = r.WidgetRenderer.Objects()[2].Position()
	r.raise()
}

// raise has the baseline of what the field says be where that of Latin text is.
func (r *fieldRenderer) raise() {
	line := canvas.Text{Text: r.says(), TextSize: style.SizeText}
	r.WidgetRenderer.Objects()[2].Move(r.text.SubtractXY(0, style.Lowered(&line)))
}

func (r *fieldRenderer) Refresh() {
	r.ringRenderer.Refresh()
	r.update()
	r.raise()
}

func (r *fieldRenderer) update() {
	r.frame.StrokeWidth = style.LineWidth
	r.frame.StrokeColor = style.Color(r.widget, style.ColorBorder)
	if d, ok := r.widget.(fyne.Disableable); !ok || !d.Disabled() {
		r.frame.FillColor = style.Color(r.widget, theme.ColorNameInputBackground) // with the keyboard on it, too
	}
	if border, ok := r.WidgetRenderer.Objects()[1].(*canvas.Rectangle); ok {
		border.Hidden = true // the toolkit's own, half a pixel off
	}
}

package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
)

const (
	ringWidth  = float32(2)
	ringGap    = RingRoom - ringWidth // between control and ring, so that the ring also stands out from a control of its colour
	ringRadius = float32(8)

	// RingRoom is how far the ring reaches beyond a control. A scroll that leaves less room cuts the ring off.
	RingRoom = scroll.RingRoom
)

// ring is the frame around the control that has the focus. It is the same for all controls.
type ring struct {
	*canvas.Rectangle
	inside  bool // the ring is inside the control, because there is no room around it
	focused bool
	covered bool
}

// Coverable is a control that hides its focus ring while a dialog or a menu lies over it. The toolkit leaves it the focus, and
// gives the dialog or the menu one of its own.
type Coverable interface{ Cover(on bool) }

// focus shows or hides the ring, because the control has got or lost the focus.
func (r *ring) focus(on bool) {
	r.focused = on
	r.Hidden = !r.focused || r.covered
}

// cover hides the ring while a dialog lies over the control.
func (r *ring) cover(on bool) {
	r.covered = on
	r.focus(r.focused)
	canvas.Refresh(r.Rectangle)
}

func newRing() *ring {
	r := &ring{Rectangle: &canvas.Rectangle{CornerRadius: ringRadius, StrokeWidth: ringWidth}}
	r.Hide()
	return r
}

// place puts the ring around a control of the given size.
func (r *ring) place(size fyne.Size) {
	out := RingRoom
	if r.inside {
		out = 0
	}
	r.Move(fyne.NewSquareOffsetPos(-out))
	r.Resize(size.AddWidthHeight(2*out, 2*out))
}

func (r *ring) recolor() {
	settings := fyne.CurrentApp().Settings()
	r.StrokeColor = settings.Theme().Color(theme.ColorNamePrimary, settings.ThemeVariant())
}

// around adds the ring to the renderer of one of the toolkit's controls, whose own sign of the focus differs or is too
// faint.
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

// aroundField adds the ring to the renderer of a field or a drop-down list, and gives it the frame and the height of a
// button. text returns what the field shows. The first object of the toolkit's renderer is the background.
func (r *ring) aroundField(w fyne.Widget, text func() string, control fyne.WidgetRenderer) fyne.WidgetRenderer {
	r.recolor()
	f := &fieldRenderer{ringRenderer: ringRenderer{WidgetRenderer: control, ring: r}, widget: w, text: text}
	f.frame = control.Objects()[0].(*canvas.Rectangle)
	f.update()
	return f
}

type fieldRenderer struct {
	ringRenderer
	widget fyne.Widget
	text   func() string
	frame  *canvas.Rectangle
	textAt fyne.Position // where the toolkit puts the text
}

func (r *fieldRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.ringRenderer.MinSize().Width, ButtonHeight)
}

func (r *fieldRenderer) Layout(size fyne.Size) {
	r.ringRenderer.Layout(size)
	r.frame.Move(fyne.Position{})
	r.frame.Resize(size)
	r.textAt = r.WidgetRenderer.Objects()[2].Position()
	r.raise()
}

// raise moves the text so that its baseline is where that of Latin text is.
func (r *fieldRenderer) raise() {
	line := canvas.Text{Text: r.text(), TextSize: style.SizeText}
	r.WidgetRenderer.Objects()[2].Move(r.textAt.SubtractXY(0, style.Lowered(&line)))
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
		r.frame.FillColor = style.Color(r.widget, theme.ColorNameInputBackground) // the toolkit has another colour for a field with the focus
	}
	if border, ok := r.WidgetRenderer.Objects()[1].(*canvas.Rectangle); ok {
		border.Hidden = true // the toolkit's own border is half a pixel off
	}
}

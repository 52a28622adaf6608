// Package progress shows how far something has got: by a bar that fills, or by a countdown.
package progress

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
)

const meterHeight = float32(8)

// Meter is a bar that fills from left to right. It is not animated between two values.
type Meter struct {
	widget.BaseWidget
	value float32 // 0 to 1
}

// NewMeter returns an empty meter.
func NewMeter() *Meter {
	m := &Meter{}
	m.ExtendBaseWidget(m)
	return m
}

// Set fills the bar up to a value from 0 to 1.
func (m *Meter) Set(value float32) {
	m.value = value
	m.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (m *Meter) CreateRenderer() fyne.WidgetRenderer {
	r := &meterRenderer{meter: m, track: &canvas.Rectangle{CornerRadius: meterHeight / 2}, fill: &canvas.Rectangle{CornerRadius: meterHeight / 2}}
	r.recolor()
	return r
}

type meterRenderer struct {
	meter       *Meter
	track, fill *canvas.Rectangle
}

func (r *meterRenderer) Destroy() {}

func (r *meterRenderer) MinSize() fyne.Size { return fyne.NewSize(0, meterHeight) }

func (r *meterRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.track, r.fill} }

func (r *meterRenderer) Layout(size fyne.Size) {
	r.track.Resize(size)
	r.fill.Resize(fyne.NewSize(size.Width*r.meter.value, size.Height))
}

func (r *meterRenderer) recolor() {
	r.track.FillColor = style.Color(r.meter, style.ColorBorder)
	r.fill.FillColor = style.Color(r.meter, theme.ColorNamePrimary)
}

func (r *meterRenderer) Refresh() {
	r.recolor()
	r.Layout(r.meter.Size())
	canvas.Refresh(r.meter)
}

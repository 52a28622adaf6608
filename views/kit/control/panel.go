package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
)

// Panel is a filled rectangle in colours of the theme: a bar, a line, the ground of a message.
type Panel struct {
	widget.BaseWidget
	Fill, Stroke fyne.ThemeColorName
	Rect         *canvas.Rectangle
}

// NewPanel returns a plain ground of a colour.
func NewPanel(fill fyne.ThemeColorName) *Panel {
	p := &Panel{Fill: fill, Rect: &canvas.Rectangle{}}
	p.ExtendBaseWidget(p)
	return p
}

// NewLine returns a panel that is a line of one pixel.
func NewLine() *Panel {
	p := NewPanel(style.ColorRowLine)
	p.Rect.SetMinSize(fyne.NewSize(1, 1))
	return p
}

// CreateRenderer is how Fyne draws it.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	p.recolor()
	return &panelRenderer{WidgetRenderer: widget.NewSimpleRenderer(p.Rect), panel: p}
}

func (p *Panel) recolor() {
	p.Rect.FillColor = style.Color(p, p.Fill)
	if p.Stroke != "" {
		p.Rect.StrokeColor = style.Color(p, p.Stroke)
	}
}

type panelRenderer struct {
	fyne.WidgetRenderer
	panel *Panel
}

func (r *panelRenderer) Refresh() {
	r.panel.recolor()
	r.panel.Rect.Refresh()
}

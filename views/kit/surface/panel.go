package surface

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
)

// Panel is a filled rectangle in colours of the theme, which may have a frame and round corners. A Ground has neither,
// but is drawn faster.
type Panel struct {
	widget.BaseWidget
	Fill, Stroke fyne.ThemeColorName
	Rect         *canvas.Rectangle
}

// NewPanel returns a rectangle of a colour.
func NewPanel(fill fyne.ThemeColorName) *Panel {
	p := &Panel{Fill: fill, Rect: &canvas.Rectangle{}}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	return style.NewRenderer(p.Rect, p.recolor)
}

func (p *Panel) recolor() {
	p.Rect.FillColor = style.Color(p, p.Fill)
	if p.Stroke != "" {
		p.Rect.StrokeColor = style.Color(p, p.Stroke)
	}
}

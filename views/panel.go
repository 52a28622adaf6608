package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// panel is a filled rectangle in colours of the theme: a bar, a line, the ground of a message.
type panel struct {
	widget.BaseWidget
	fill, stroke fyne.ThemeColorName
	rect         *canvas.Rectangle
}

func newPanel(fill fyne.ThemeColorName) *panel {
	p := &panel{fill: fill, rect: &canvas.Rectangle{}}
	p.ExtendBaseWidget(p)
	return p
}

// newLine is a panel that is to be a line of one pixel.
func newLine() *panel {
	p := newPanel(colorRowLine)
	p.rect.SetMinSize(fyne.NewSize(1, 1))
	return p
}

// CreateRenderer is how Fyne draws it.
func (p *panel) CreateRenderer() fyne.WidgetRenderer {
	p.recolor()
	return &panelRenderer{WidgetRenderer: widget.NewSimpleRenderer(p.rect), panel: p}
}

func (p *panel) recolor() {
	p.rect.FillColor = themeColor(p, p.fill)
	if p.stroke != "" {
		p.rect.StrokeColor = themeColor(p, p.stroke)
	}
}

type panelRenderer struct {
	fyne.WidgetRenderer
	panel *panel
}

func (r *panelRenderer) Refresh() {
	r.panel.recolor()
	r.panel.rect.Refresh()
}

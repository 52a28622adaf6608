package surface

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
)

// Ground is an area of one colour of the theme, such as a bar or a line.
type Ground struct {
	widget.BaseWidget
	Color fyne.ThemeColorName
	fill  style.Fill
}

// NewGround returns an area of a colour.
func NewGround(color fyne.ThemeColorName) *Ground {
	g := &Ground{Color: color, fill: style.NewFill()}
	g.ExtendBaseWidget(g)
	return g
}

// NewLine returns an area that is a line of one pixel.
func NewLine() *Ground {
	g := NewGround(style.ColorRowLine)
	g.fill.SetMinSize(fyne.NewSize(1, 1))
	return g
}

// CreateRenderer implements fyne.Widget.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer {
	return style.NewRenderer(g.fill.Raster, g.recolor)
}

func (g *Ground) recolor() { g.fill.Paint(style.Color(g, g.Color)) }

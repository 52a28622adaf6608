// Package surface provides what lies behind texts and controls: cards, panels, areas of one colour, and lines.
package surface

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
)

const (
	cardRadius  = float32(6)
	shadowDepth = float32(2)
)

// Card is the console's white background with a thin border, round corners and a faint shadow. For speed, it is put
// together from pieces that hardly overlap, and only the small ones have round corners: see style.Fill.
type Card struct {
	widget.BaseWidget
	shadow  [2]*canvas.Rectangle // left and right corner; the card would cover the rest
	corners [4]*canvas.Rectangle
	below   style.Fill    // the shadow's edge between its corners
	ground  [3]style.Fill // between the upper corners, between the lower corners, and between these two
	border  [4]style.Fill // top, bottom, left, right
}

// NewCard returns the background of a card.
func NewCard() *Card {
	c := &Card{below: style.NewFill()}
	for i := range c.ground {
		c.ground[i] = style.NewFill()
	}
	for i := range c.border {
		c.border[i] = style.NewFill()
	}
	for i := range c.corners {
		c.corners[i] = &canvas.Rectangle{CornerRadius: cardRadius, StrokeWidth: style.LineWidth}
	}
	c.shadow = [2]*canvas.Rectangle{{BottomLeftCornerRadius: cardRadius}, {BottomRightCornerRadius: cardRadius}}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	r := &cardRenderer{card: c}
	r.recolor()
	return r
}

type cardRenderer struct{ card *Card }

func (r *cardRenderer) Destroy() {}

func (r *cardRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(4 * cardRadius) }

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	c := r.card
	objects := []fyne.CanvasObject{c.shadow[0], c.shadow[1], c.below.Raster}
	for _, corner := range c.corners {
		objects = append(objects, corner)
	}
	for _, f := range slices.Concat(c.ground[:], c.border[:]) {
		objects = append(objects, f.Raster)
	}
	return objects
}

func (r *cardRenderer) Layout(size fyne.Size) {
	const radius, line = cardRadius, style.LineWidth
	c, w, h := r.card, size.Width, size.Height
	put := func(p fyne.CanvasObject, left, top, right, bottom float32) {
		p.Move(fyne.NewPos(left, top))
		p.Resize(fyne.NewSize(right-left, bottom-top))
	}
	put(c.shadow[0], 0, h-radius+shadowDepth, radius, h+shadowDepth)
	put(c.shadow[1], w-radius, h-radius+shadowDepth, w, h+shadowDepth)
	put(c.below, radius, h, w-radius, h+shadowDepth)
	for i, at := range []fyne.Position{{}, {X: w - 2*radius}, {Y: h - 2*radius}, {X: w - 2*radius, Y: h - 2*radius}} {
		put(c.corners[i], at.X, at.Y, at.X+2*radius, at.Y+2*radius)
	}
	put(c.ground[0], radius, line, w-radius, radius)
	put(c.ground[1], radius, h-radius, w-radius, h-line)
	put(c.ground[2], line, radius, w-line, h-radius)
	put(c.border[0], radius, 0, w-radius, line)
	put(c.border[1], radius, h-line, w-radius, h)
	put(c.border[2], 0, radius, line, h-radius)
	put(c.border[3], w-line, radius, w, h-radius)
}

func (r *cardRenderer) Refresh() {
	r.recolor()
	canvas.Refresh(r.card)
}

func (r *cardRenderer) recolor() {
	c := r.card
	shadow, ground, line := style.Color(c, style.ColorCardShadow), style.Color(c, style.ColorCard), style.Color(c, style.ColorRowLine)
	c.shadow[0].FillColor, c.shadow[1].FillColor = shadow, shadow
	c.below.Paint(shadow)
	for _, corner := range c.corners {
		corner.FillColor, corner.StrokeColor = ground, line
	}
	for _, f := range c.ground {
		f.Paint(ground)
	}
	for _, f := range c.border {
		f.Paint(line)
	}
}

package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"accesskeys/views/kit/style"
)

const (
	cardRadius  = float32(6)
	shadowDepth = float32(2)
)

// Card is the console's white ground with a thin border, round corners and a hint of a shadow. It is put together from
// pieces that hardly overlap, of which only the small ones are round. Without a graphics card, the time that a window
// takes to draw is mostly that of large rectangles, and the toolkit computes a rounded one for every pixel in it.
type Card struct {
	widget.BaseWidget
	shadow  [3]*canvas.Rectangle // left corner, right corner, and the edge between; the rest would be covered
	corners [4]*canvas.Rectangle
	ground  [3]*canvas.Rectangle // between the upper corners, between the lower ones, and all between those
	border  [4]*canvas.Rectangle // top, bottom, left, right
}

// NewCard returns the ground of a card.
func NewCard() *Card {
	c := &Card{}
	for _, pieces := range c.pieces() {
		for i := range pieces {
			pieces[i] = &canvas.Rectangle{}
		}
	}
	for _, corner := range c.corners {
		corner.CornerRadius, corner.StrokeWidth = cardRadius, style.LineWidth
	}
	c.shadow[0].BottomLeftCornerRadius, c.shadow[1].BottomRightCornerRadius = cardRadius, cardRadius
	c.ExtendBaseWidget(c)
	return c
}

// pieces are all, in the order that they are drawn in.
func (c *Card) pieces() [4][]*canvas.Rectangle {
	return [4][]*canvas.Rectangle{c.shadow[:], c.corners[:], c.ground[:], c.border[:]}
}

// CreateRenderer is how Fyne draws it.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	r := &cardRenderer{card: c}
	r.recolor()
	return r
}

type cardRenderer struct{ card *Card }

func (r *cardRenderer) Destroy() {}

func (r *cardRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(4 * cardRadius) }

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, pieces := range r.card.pieces() {
		for _, piece := range pieces {
			objects = append(objects, piece)
		}
	}
	return objects
}

func (r *cardRenderer) Layout(size fyne.Size) {
	const radius, line = cardRadius, style.LineWidth
	c, w, h := r.card, size.Width, size.Height
	put := func(p *canvas.Rectangle, left, top, right, bottom float32) {
		p.Move(fyne.NewPos(left, top))
		p.Resize(fyne.NewSize(right-left, bottom-top))
	}
	put(c.shadow[0], 0, h-radius+shadowDepth, radius, h+shadowDepth)
	put(c.shadow[1], w-radius, h-radius+shadowDepth, w, h+shadowDepth)
	put(c.shadow[2], radius, h, w-radius, h+shadowDepth)
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
	for i, fill := range []fyne.ThemeColorName{style.ColorCardShadow, style.ColorCard, style.ColorCard, style.ColorRowLine} {
		for _, p := range c.pieces()[i] {
			p.FillColor = style.Color(c, fill)
		}
	}
	for _, corner := range c.corners {
		corner.StrokeColor = style.Color(c, style.ColorRowLine)
	}
}

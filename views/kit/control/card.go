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
// pieces, of which only the thin ones have corners: the toolkit computes a rounded rectangle for every
// pixel in it, and one as large as a page takes as long to draw, without a graphics card, as all the rest.
type Card struct {
	widget.BaseWidget
	border, ground roundedPieces
	shadow         *canvas.Rectangle // of which only the lower edge is seen
}

// NewCard returns the ground of a card.
func NewCard() *Card {
	c := &Card{border: newRoundedPieces(), ground: newRoundedPieces(), shadow: &canvas.Rectangle{CornerRadius: cardRadius}}
	c.ExtendBaseWidget(c)
	return c
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
	objects := []fyne.CanvasObject{r.card.shadow}
	objects = append(objects, r.card.border.objects()...)
	return append(objects, r.card.ground.objects()...)
}

func (r *cardRenderer) Layout(size fyne.Size) {
	r.card.shadow.Move(fyne.NewPos(0, size.Height-2*cardRadius+shadowDepth))
	r.card.shadow.Resize(fyne.NewSize(size.Width, 2*cardRadius))
	r.card.border.layout(fyne.Position{}, size, cardRadius)
	r.card.ground.layout(fyne.NewPos(style.LineWidth, style.LineWidth), size.SubtractWidthHeight(2*style.LineWidth, 2*style.LineWidth), cardRadius-style.LineWidth)
}

func (r *cardRenderer) Refresh() {
	r.recolor()
	canvas.Refresh(r.card)
}

func (r *cardRenderer) recolor() {
	r.card.shadow.FillColor = style.Color(r.card, style.ColorCardShadow)
	for _, p := range r.card.border {
		p.FillColor = style.Color(r.card, style.ColorRowLine)
	}
	for _, p := range r.card.ground {
		p.FillColor = style.Color(r.card, style.ColorCard)
	}
}

// roundedPieces are a rounded rectangle: its top, its bottom, and the middle over their inner halves.
type roundedPieces [3]*canvas.Rectangle

func newRoundedPieces() roundedPieces {
	return roundedPieces{{}, {}, {}}
}

func (p roundedPieces) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{p[0], p[1], p[2]}
}

func (p roundedPieces) layout(at fyne.Position, size fyne.Size, radius float32) {
	top, bottom, middle := p[0], p[1], p[2]
	top.CornerRadius, bottom.CornerRadius = radius, radius
	strip := fyne.NewSize(size.Width, 2*radius)
	top.Move(at)
	top.Resize(strip)
	bottom.Move(at.AddXY(0, size.Height-strip.Height))
	bottom.Resize(strip)
	middle.Move(at.AddXY(0, radius))
	middle.Resize(size.SubtractWidthHeight(0, 2*radius))
}

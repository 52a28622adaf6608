package control

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"accesskeys/views/kit/style"
)

const (
	cardSide = float32(28) // from a card's sides to what is in it
	cardEdge = float32(16) // from the window's sides to a card
)

// formCard is a card in the middle of the window, for a form that is all that there is to see. Where the window is
// low, what stands in it moves closer together; where it is lower, it scrolls.
type formCard struct {
	form    *fyne.Container
	width   *canvas.Rectangle // makes it as wide as it should be
	spacing *spacing
	padding *formPadding
	place   *steadyTop
	card    *fyne.Container
	scroll  *container.Scroll
	window  fyne.Size // for which height is known
	height  float32   // of what there is to fill, without messages
	Object  fyne.CanvasObject
}

// NewFormCard is a card with the parts of a form below one another, and has below stand below the card.
func NewFormCard(parts []fyne.CanvasObject, below ...fyne.CanvasObject) *formCard {
	c := &formCard{width: canvas.NewRectangle(color.Transparent), spacing: &spacing{gap: GroupGap}, padding: &formPadding{}, place: &steadyTop{}}
	c.form = container.New(c.spacing, append(parts, c.width)...)
	column := container.NewVBox(container.NewStack(NewCard(), container.New(c.padding, c.form)))
	for _, o := range below {
		column.Add(style.Gap(0, 2))
		column.Add(o)
	}
	c.card = container.New(c.place, column)
	exposed := NewExposedScroll(c.card)
	c.scroll = exposed.Scroll
	c.Object = container.New(c, exposed.Object)
	return c
}

// MinSize implements fyne.Layout.
func (c *formCard) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout implements fyne.Layout.
func (c *formCard) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.place.less = 0
	c.width.SetMinSize(fyne.NewSize(min(FormWidth, size.Width-2*(cardEdge+cardSide)), 0))
	c.tighten(false)
	height := c.heightWithout(size)
	c.tighten(c.card.MinSize().Height > height)
	c.place.less = height - size.Height
	objects[0].Resize(size)
	c.card.Layout.Layout(c.card.Objects, c.card.Size()) // which may be as large as before
}

// heightWithout is the height that there is without a message, which takes some of it.
func (c *formCard) heightWithout(size fyne.Size) float32 {
	window := size
	if in := fyne.CurrentApp().Driver().CanvasForObject(c.card); in != nil {
		window = in.Size()
	}
	if window != c.window {
		c.window, c.height = window, 0
	}
	c.height = max(c.height, size.Height)
	return c.height
}

func (c *formCard) tighten(on bool) {
	c.padding.tight, c.spacing.gap = on, GroupGap
	if on {
		c.spacing.gap /= 2
	}
}

// FollowWith is follow, with a notice seen too as far as that fits.
func (c *formCard) FollowWith(notice fyne.CanvasObject) func(focused, control, until fyne.CanvasObject) func() {
	return func(focused, control, until fyne.CanvasObject) func() {
		return func() {
			if notice.Visible() {
				ScrollToBoth(c.scroll, c.card, notice, focused)
				return
			}
			ScrollTo(c.scroll, c.card, control, until)
		}
	}
}

// Follow scrolls to a control, and on to the end of another one as far as that fits, when it gets the
// keyboard.
func (c *formCard) Follow(control, until fyne.CanvasObject) func() {
	return func() { ScrollTo(c.scroll, c.card, control, until) }
}

// formPadding is the room around a form in its card.
type formPadding struct{ tight bool }

func (p *formPadding) of() fyne.Layout {
	if p.tight {
		return layout.NewCustomPaddedLayout(12, 12, cardSide, cardSide)
	}
	return layout.NewCustomPaddedLayout(24, 24, cardSide, cardSide)
}

func (p *formPadding) MinSize(objects []fyne.CanvasObject) fyne.Size { return p.of().MinSize(objects) }

func (p *formPadding) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p.of().Layout(objects, size)
}

// steadyTop lays an object out in the middle, and leaves its top where it is when its height changes, as far as there
// is room. So a form does not move under the user's eyes when it says something, nor when a message takes room below it.
type steadyTop struct {
	window fyne.Size
	top    float32 // in the middle of the window
	at     float32 // as far as there was room
	less   float32 // of the window's height is there for now
}

func (l *steadyTop) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize()
	if l.less > 0 {
		least.Height += l.at
	}
	return least
}

func (l *steadyTop) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	least := objects[0].MinSize()
	if l.less == 0 {
		if size != l.window {
			l.window, l.top = size, (size.Height-least.Height)/2
		}
		l.at = max(0, min(l.top, size.Height-least.Height))
	}
	objects[0].Resize(least)
	objects[0].Move(fyne.NewPos((size.Width-least.Width)/2, l.at))
}

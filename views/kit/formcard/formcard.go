// Package formcard is the card of a form that is all that there is to see.
package formcard

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
)

const (
	cardSide = float32(28) // from a card's sides to what is in it
	cardEdge = float32(16) // from the window's sides to a card
)

// Card is in the middle of the window. Where the window is low, what stands in it moves closer together; where it is lower,
// it scrolls.
type Card struct {
	form    *fyne.Container
	width   *canvas.Rectangle // makes it as wide as it should be
	spacing *control.Spacing
	padding *padding
	place   *steadyTop
	card    *fyne.Container
	scroll  *container.Scroll
	window  fyne.Size // for which height is known
	height  float32   // of what there is to fill, without messages
	Object  fyne.CanvasObject
}

// New is a card with the parts of a form below one another, and has below stand below the card.
func New(parts []fyne.CanvasObject, below ...fyne.CanvasObject) *Card {
	c := &Card{width: canvas.NewRectangle(color.Transparent), spacing: &control.Spacing{Gap: control.GroupGap}, padding: &padding{}, place: &steadyTop{}}
	c.form = container.New(c.spacing, append(parts, c.width)...)
	column := container.NewVBox(container.NewStack(control.NewCard(), container.New(c.padding, c.form)))
	for _, o := range below {
		column.Add(style.Gap(0, 2))
		column.Add(o)
	}
	c.card = container.New(c.place, column)
	exposed := control.NewExposedScroll(c.card)
	c.scroll = exposed.Scroll
	c.Object = container.New(c, exposed.Object)
	return c
}

// MinSize implements fyne.Layout.
func (c *Card) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout implements fyne.Layout.
func (c *Card) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.place.less = 0
	c.width.SetMinSize(fyne.NewSize(min(control.FormWidth, size.Width-2*(cardEdge+cardSide)), 0))
	height := c.heightWithout(size)
	for _, c.padding.step = range steps {
		if c.spacing.Gap = c.padding.step.gap; c.card.MinSize().Height <= height {
			break
		}
	}
	c.place.less = height - size.Height
	objects[0].Resize(size)
	c.card.Layout.Layout(c.card.Objects, c.card.Size()) // which may be as large as before
}

// heightWithout is the height that there is without a message, which takes some of it.
func (c *Card) heightWithout(size fyne.Size) float32 {
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

// FollowWith is follow, with a notice seen too as far as that fits.
func (c *Card) FollowWith(notice fyne.CanvasObject) func(focused, from, until fyne.CanvasObject) func() {
	return func(focused, from, until fyne.CanvasObject) func() {
		return func() {
			if notice.Visible() {
				control.ScrollToBoth(c.scroll, c.card, notice, focused)
				control.ScrollTo(c.scroll, c.card, focused, until)
				return
			}
			control.ScrollTo(c.scroll, c.card, from, until)
		}
	}
}

// Follow scrolls to a control, and on to the end of another one as far as that fits, when it gets the
// keyboard.
func (c *Card) Follow(from, until fyne.CanvasObject) func() {
	return func() { control.ScrollTo(c.scroll, c.card, from, until) }
}

// step is how close together a card's parts stand.
type step struct {
	gap  float32 // from part to part
	edge float32 // above the first and below the last
}

// steps go from where there is room enough to the lowest window, in which what a form is for is still to be in sight.
var steps = []step{{control.GroupGap, 24}, {control.GroupGap / 2, 12}, {7, 8}}

// padding is the room around a form in its card.
type padding struct{ step step }

func (p *padding) of() fyne.Layout {
	return layout.NewCustomPaddedLayout(p.step.edge, p.step.edge, cardSide, cardSide)
}

func (p *padding) MinSize(objects []fyne.CanvasObject) fyne.Size { return p.of().MinSize(objects) }

func (p *padding) Layout(objects []fyne.CanvasObject, size fyne.Size) {
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

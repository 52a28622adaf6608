// Package formcard is the card of a form that is all that there is to see.
package formcard

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"accesskeys/views/kit/form"
	"accesskeys/views/kit/scroll"
	"accesskeys/views/kit/style"
	"accesskeys/views/kit/surface"
)

const (
	cardSide = float32(28) // between a card's sides and its contents
	cardEdge = float32(16) // between the window's sides and a card
	foot     = float32(8)  // below what is below a card, with the padding; the ring of the keyboard needs some of it
	line     = float32(18) // of a message in a form
)

// Card is a card in the middle of the window, for a form that is shown alone. In a low window, the parts of the form move
// closer together; in an even lower one, the card scrolls.
type Card struct {
	form    *fyne.Container
	width   *canvas.Rectangle // an invisible part that gives the form its width
	spacing *form.Spacing
	padding *padding
	place   *steadyTop
	card    *fyne.Container
	scroll  *container.Scroll
	window  fyne.Size // the size of the window for which height was measured
	height  float32   // the height that the card has for itself while no message takes any
	Object  fyne.CanvasObject
}

// New returns a card with the parts of a form below one another. The objects in below stand below the card.
func New(parts []fyne.CanvasObject, below ...fyne.CanvasObject) *Card {
	c := &Card{width: canvas.NewRectangle(color.Transparent), spacing: &form.Spacing{Gap: form.GroupGap}, padding: &padding{}, place: &steadyTop{}}
	c.form = container.New(c.spacing, append(parts, c.width)...)
	column := container.NewVBox(container.NewStack(surface.NewCard(), container.New(c.padding, c.form)))
	for _, o := range below {
		column.Add(style.Gap(0, 2))
		column.Add(o)
	}
	if len(below) > 0 {
		column.Add(style.Gap(0, foot))
	}
	c.card = container.New(c.place, column)
	exposed := scroll.NewExposed(c.card)
	c.scroll = exposed.Scroll
	c.Object = container.New(c, exposed.Object)
	return c
}

// MinSize implements fyne.Layout.
func (c *Card) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout implements fyne.Layout.
func (c *Card) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.place.taken = 0
	c.width.SetMinSize(fyne.NewSize(min(form.Width, size.Width-2*(cardEdge+cardSide)), 0))
	height := c.heightWithoutMessage(size)
	for _, c.padding.step = range steps {
		if c.spacing.Gap = c.padding.step.gap; c.card.MinSize().Height <= height {
			break
		}
	}
	c.place.taken = height - size.Height
	objects[0].Resize(size)
	c.card.Layout.Layout(c.card.Objects, c.card.Size()) // the toolkit does not do so if the size is the same
}

// heightWithoutMessage returns the height that there would be if no message took any of it.
func (c *Card) heightWithoutMessage(size fyne.Size) float32 {
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

// FollowWith is like Follow, but while notice is visible, the returned function scrolls to both the notice and focused,
// as far as both fit, and on to until.
func (c *Card) FollowWith(notice fyne.CanvasObject) func(focused, from, until fyne.CanvasObject) func() {
	return func(focused, from, until fyne.CanvasObject) func() {
		return func() {
			if notice.Visible() {
				scroll.ToBoth(c.scroll, c.card, notice, focused)
				scroll.To(c.scroll, c.card, focused, until)
				return
			}
			scroll.To(c.scroll, c.card, from, until)
		}
	}
}

// Follow returns a function for OnFocus. It scrolls to from, and on to the end of until as far as that fits.
func (c *Card) Follow(from, until fyne.CanvasObject) func() {
	return func() { scroll.To(c.scroll, c.card, from, until) }
}

// step is how close together the parts of a form are.
type step struct {
	gap  float32 // between two parts
	edge float32 // above the first part and below the last
}

// steps begins with the step for a window that is high enough, and ends with that for the lowest one.
var steps = []step{{form.GroupGap, 24}, {form.GroupGap / 2, 12}, {7, 8}}

// padding is the padding between a card and the form in it.
type padding struct{ step step }

func (p *padding) layout() fyne.Layout {
	return layout.NewCustomPaddedLayout(p.step.edge, p.step.edge, cardSide, cardSide)
}

func (p *padding) MinSize(objects []fyne.CanvasObject) fyne.Size { return p.layout().MinSize(objects) }

func (p *padding) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p.layout().Layout(objects, size)
}

// steadyTop lays out an object in the middle of the window. When the height of the object changes, its top stays where
// it is as far as there is room. So a form does not move when it shows an error, nor when a message takes room below
// it.
type steadyTop struct {
	window fyne.Size
	top    float32 // where the top is if the object is in the middle of the window, or higher, to leave room for a message
	at     float32 // where the top was put, as far as there was room
	taken  float32 // how much of the window's height a message takes now
}

func (l *steadyTop) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize()
	if l.taken > 0 {
		least.Height += l.at
	}
	return least
}

func (l *steadyTop) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	least := objects[0].MinSize()
	if l.taken == 0 {
		if size != l.window {
			l.window, l.top = size, (size.Height-least.Height)/2
			for _, lines := range []float32{2, 1} {
				if room := size.Height - least.Height - lines*line; room >= foot/2 {
					l.top = min(l.top, room)
					break
				}
			}
		}
		l.at = max(0, min(l.top, size.Height-least.Height))
	}
	objects[0].Resize(least)
	objects[0].Move(fyne.NewPos((size.Width-least.Width)/2, l.at))
}

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
	message  = float32(64) // what a message of two lines takes below a card
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
	height  float32 // the window's, for which loosest was chosen
	loosest int     // the index of the first step that leaves room for an error and a message, so that neither moves the form
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
	c.place.message = false
	c.width.SetMinSize(fyne.NewSize(min(form.Width, size.Width-2*(cardEdge+cardSide)), 0))
	height := c.heightWithoutMessage(size)
	if height != c.height {
		c.height, c.loosest = height, 0
		if i := c.fitting(height - 1.5*(message+2*line)); i < len(steps) { // so that the card is not at the top
			c.loosest = i
		}
	}
	c.fitting(height)
	c.place.place(fyne.NewSize(size.Width, height), c.card.MinSize().Height)
	c.place.message = height > size.Height
	objects[0].Resize(size)
	c.card.Layout.Layout(c.card.Objects, c.card.Size()) // the toolkit does not do so if the size is the same
}

// fitting moves the parts of the form as close together as they must be to fit into a height. It returns the index of the step
// with which they do, or else the number of steps.
func (c *Card) fitting(height float32) int {
	for i := c.loosest; i < len(steps); i++ {
		c.padding.step, c.spacing.Gap = steps[i], steps[i].gap
		if c.card.MinSize().Height <= height {
			return i
		}
	}
	return len(steps)
}

// heightWithoutMessage returns the height that there would be if no message took any of it: that of the window.
func (c *Card) heightWithoutMessage(size fyne.Size) float32 {
	if in := fyne.CurrentApp().Driver().CanvasForObject(c.card); in != nil {
		return max(size.Height, in.Size().Height)
	}
	return size.Height
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
	window  fyne.Size
	message bool    // a message takes some of the window's height
	top     float32 // where the top is if the object is in the middle of the window, or higher, to leave room for a message
	at      float32 // where the top was put, as far as there was room
}

func (l *steadyTop) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize()
	if l.message {
		least.Height += l.at
	}
	return least
}

func (l *steadyTop) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	least := objects[0].MinSize()
	l.place(l.window, least.Height)
	objects[0].Resize(least)
	objects[0].Move(fyne.NewPos((size.Width-least.Width)/2, l.at))
}

// place places an object of a height in the window.
func (l *steadyTop) place(window fyne.Size, height float32) {
	spare := window.Height - height
	if window != l.window {
		l.window, l.top = window, spare/2
		for _, rooms := range []struct{ above, below float32 }{{cardEdge, message + 2*line}, {cardEdge, message}, {foot / 2, 2 * line}, {foot / 2, line}} {
			if top := spare - rooms.below; top >= rooms.above {
				l.top = min(l.top, top)
				break
			}
		}
	}
	l.at = max(0, min(l.top, spare))
}

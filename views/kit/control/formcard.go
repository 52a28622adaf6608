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
	cardSide = float32(28) // between a card's sides and its contents
	cardEdge = float32(16) // between the window's sides and a card
)

// formCard is a card in the middle of the window, for a form that is shown alone. In a low window, the parts of the
// form move closer together; in an even lower one, the card scrolls.
type formCard struct {
	form    *fyne.Container
	width   *canvas.Rectangle // an invisible part that gives the form its width
	spacing *spacing
	padding *formPadding
	place   *steadyTop
	card    *fyne.Container
	scroll  *container.Scroll
	window  fyne.Size // the size of the window for which height was measured
	height  float32   // the height that the card has for itself while no message takes any
	Object  fyne.CanvasObject
}

// NewFormCard returns a card with the parts of a form below one another. The objects in below stand below the card.
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
	c.place.taken = 0
	c.width.SetMinSize(fyne.NewSize(min(FormWidth, size.Width-2*(cardEdge+cardSide)), 0))
	c.tighten(false)
	height := c.heightWithoutMessage(size)
	c.tighten(c.card.MinSize().Height > height)
	c.place.taken = height - size.Height
	objects[0].Resize(size)
	c.card.Layout.Layout(c.card.Objects, c.card.Size()) // the toolkit does not do so if the size is the same
}

// heightWithoutMessage returns the height that there would be if no message took any of it.
func (c *formCard) heightWithoutMessage(size fyne.Size) float32 {
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

// FollowWith is like Follow, but while notice is visible, the returned function scrolls to both the notice and focused,
// as far as both fit.
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

// Follow returns a function for OnFocus. It scrolls to control, and on to the end of until as far as that fits.
func (c *formCard) Follow(control, until fyne.CanvasObject) func() {
	return func() { ScrollTo(c.scroll, c.card, control, until) }
}

// formPadding is the padding between a card and the form in it.
type formPadding struct{ tight bool }

func (p *formPadding) layout() fyne.Layout {
	if p.tight {
		return layout.NewCustomPaddedLayout(12, 12, cardSide, cardSide)
	}
	return layout.NewCustomPaddedLayout(24, 24, cardSide, cardSide)
}

func (p *formPadding) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return p.layout().MinSize(objects)
}

func (p *formPadding) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p.layout().Layout(objects, size)
}

// steadyTop lays out an object in the middle of the window. When the height of the object changes, its top stays where
// it is as far as there is room. So a form does not move when it shows an error, nor when a message takes room below
// it.
type steadyTop struct {
	window fyne.Size
	top    float32 // where the top is if the object is in the middle of the window
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
		}
		l.at = max(0, min(l.top, size.Height-least.Height))
	}
	objects[0].Resize(least)
	objects[0].Move(fyne.NewPos((size.Width-least.Width)/2, l.at))
}

package control

import (
	"accesskeys/views/kit/style"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// formCard is a card in the middle of the window, for a form that is all that there is to see. It scrolls
// where the window is lower.
type formCard struct {
	card   *fyne.Container
	scroll *container.Scroll
	Object fyne.CanvasObject
}

// NewFormCard has below stand below the card.
func NewFormCard(form fyne.CanvasObject, below ...fyne.CanvasObject) *formCard {
	padded := container.New(layout.NewCustomPaddedLayout(24, 24, 28, 28), form)
	column := container.NewVBox(container.NewStack(NewCard(), padded))
	for _, o := range below {
		column.Add(style.Gap(0, 2))
		column.Add(o)
	}
	card := container.New(style.Centred{}, column)
	exposed := NewExposedScroll(card)
	return &formCard{card: card, scroll: exposed.Scroll, Object: exposed.Object}
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

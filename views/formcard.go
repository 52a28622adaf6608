package views

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// formCard is a card in the middle of the window, for a form that is all that there is to see. It scrolls
// where the window is lower.
type formCard struct {
	card   *fyne.Container
	scroll *container.Scroll
	object fyne.CanvasObject
}

// newFormCard has below stand below the card.
func newFormCard(form fyne.CanvasObject, below ...fyne.CanvasObject) *formCard {
	padded := container.New(layout.NewCustomPaddedLayout(24, 24, 28, 28), form)
	column := container.NewVBox(container.NewStack(newCard(), padded))
	for _, o := range below {
		column.Add(gap(0, 2))
		column.Add(o)
	}
	card := container.New(centred{}, column)
	exposed := newExposedScroll(card)
	return &formCard{card: card, scroll: exposed.scroll, object: exposed.object}
}

// followWith is follow, with a notice seen too as far as that fits.
func (c *formCard) followWith(notice fyne.CanvasObject) func(focused, control, until fyne.CanvasObject) func() {
	return func(focused, control, until fyne.CanvasObject) func() {
		return func() {
			if notice.Visible() {
				scrollToBoth(c.scroll, c.card, notice, focused)
				return
			}
			scrollTo(c.scroll, c.card, control, until)
		}
	}
}

// follow scrolls to a control, and on to the end of another one as far as that fits, when it gets the
// keyboard.
func (c *formCard) follow(control, until fyne.CanvasObject) func() {
	return func() { scrollTo(c.scroll, c.card, control, until) }
}

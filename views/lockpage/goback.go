package lockpage

import "accesskeys/views/kit/style"

// OfferBack offers to go back to the form on which the user has asked for the saved key. nil ends that.
func (p *Page) OfferBack(back func()) {
	p.back = back
	p.how.SetText(p.explanation())
	p.other.SetText(p.otherText())
	style.Show(p.other, p.offersOther())
}

// Forget empties the field. It also ends the offer to go back, because the window is locked once more: the form may lead to other
// accounts.
func (p *Page) Forget() {
	p.Entry.Clear()
	if p.back != nil {
		p.OfferBack(nil)
	}
}

// Escape goes back if the page offers that.
func Escape(p *Page) {
	if p.back != nil {
		p.back()
	}
}

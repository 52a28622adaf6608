package toast

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/views/kit/style"
)

// Offer is what a message offers to do, by a button.
type Offer struct {
	Label string
	For   time.Duration // how long the message is shown at least
	Take  func()        // the message is gone then
}

// Offering returns the subject for messages that offer something.
func (s Subject) Offering(o Offer) Subject {
	s.offer = o
	return s
}

// withoutRoom is what a message offers and has no room for; it has no label if there is nothing.
func (s Subject) withoutRoom(shown *toast) Offer {
	if !shown.offered || shown.offer.Visible() {
		return Offer{}
	}
	return Offer{Label: s.offer.Label, Take: func() {
		if shown.offered {
			shown.Action.OnTapped()
		}
	}}
}

// EndOffer takes back what is offered about the subject. What is said of it stays.
func (s Subject) EndOffer() {
	s.change(func(shown *toast) {
		shown.offered = false
		style.Show(shown.offer, false)
		if c := fyne.CurrentApp().Driver().CanvasForObject(shown.Object); c != nil && shown.Action.Focused {
			c.Unfocus()
			s.toasts.OnFocusLost()
		}
	})
}

// Reword has what is said of the subject say something else, in its place.
func (s Subject) Reword(message string) { s.change(func(shown *toast) { shown.say(message) }) }

func (s Subject) change(how func(*toast)) {
	t := s.toasts
	if i := slices.IndexFunc(t.Shown, func(shown *toast) bool { return shown.subject == s.name }); i >= 0 {
		how(t.Shown[i])
		t.draw()
	}
}

package toast

import (
	"slices"
	"time"

	"accesskeys/views/kit/style"
)

// Offer is something that a message offers to do, by a button.
type Offer struct {
	Label string
	For   time.Duration // how long the message is shown at least
	Take  func()        // called when the button is pressed, after the message is removed
	Stays bool          // the message is not removed then: Take does it
	Again func()        // called when the whole time begins again; may be nil

	OnAnyPage bool // the message stays when the user goes to another page
}

// Offering returns the same subject for messages that offer o.
func (s Subject) Offering(o Offer) Subject {
	s.offer = o
	return s
}

// hiddenOffer returns the offer of a message that has no room for the button, or an offer without a label.
func (s Subject) hiddenOffer(shown *toast) Offer {
	if !shown.offered || shown.offer.Visible() {
		return Offer{}
	}
	return Offer{Label: s.offer.Label, Take: func() {
		if shown.offered {
			shown.Action.OnTapped()
		}
	}}
}

// Uncovered says that the dialog or menu was closed that lay over the messages. The whole time of those that offer something
// begins again: their button could not be pressed. The focus does not come back to a button that has gone.
func (t *Toasts) Uncovered() {
	if lost := t.lost; lost != nil {
		t.lost = nil
		t.leave(lost)
	}
	for _, shown := range slices.Clone(t.Shown) {
		if !shown.offered {
			continue
		}
		shown.left = shown.duration
		t.startTimer(shown)
		if again := shown.subject.offer.Again; again != nil {
			again()
		}
	}
}

// EndOffer removes the button from the message about the subject. The message goes too, once it was shown for as long as
// one without a button, and at once if it is held back, or if it waits and was read or a dialog says the same.
func (s Subject) EndOffer() {
	s.update(func(shown *toast) {
		shown.offered = false
		style.Show(shown.offer, false)
		s.toasts.leave(shown.Action)
		if s.toasts.hidden || shown.isBehind() || !shown.Object.Visible() && shown.isRead() {
			s.Withdraw()
		} else {
			s.toasts.shorten(shown)
		}
	})
}

// Reword replaces the text of the message about the subject, which stays where it is.
func (s Subject) Reword(message string) { s.update(func(shown *toast) { shown.setText(message) }) }

func (s Subject) update(how func(*toast)) {
	t := s.toasts
	if i := slices.IndexFunc(t.Shown, s.isOf); i >= 0 {
		how(t.Shown[i])
		t.draw()
	}
}

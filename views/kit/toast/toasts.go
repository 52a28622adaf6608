// Package toast shows messages in a corner of the window: what happened, and what did not.
package toast

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
)

const (
	// Limit is how many messages are shown at most.
	Limit = 2

	toastWidth = float32(520) // up to what is comfortable to read

	hintSubject = "hint" // of why nothing was done
)

type toastKind int

const (
	toastDone toastKind = iota
	toastNote
	toastUnknown
	toastError
)

// Toasts says what happened, in a corner of the window. There is one message about a subject: a newer one replaces it.
// All go by themselves once they could be read.
type Toasts struct {
	OnFocusLost func()                            // the message that had the focus is gone
	OnPressed   func()                            // a button of a message was pressed, so that it goes
	Away        func() bool                       // the user may not be looking: no message goes meanwhile
	OnMore      func(message string, offer Offer) // shows all of a message that is cut, with what it has no room to offer
	Room        func() Room                       // where the page has room for messages; no size is nowhere

	tasks *background.Tasks
	tips  *control.Tips
	Shown []*toast // oldest first
	Layer *fyne.Container
	outer *fyne.Container // the layer, and what it leaves room to
	held  bool            // nobody may see them now
}

// New returns messages. Around gives them their place.
func New(t *background.Tasks, tips *control.Tips) *Toasts {
	out := &Toasts{OnPressed: func() {}, Away: func() bool { return false }, Room: func() Room { return Room{} }, tasks: t, tips: tips}
	out.Layer = container.New(stacked{out})
	out.outer = container.New(aside{out})
	return out
}

// Subject is what a message is about.
type Subject struct {
	toasts *Toasts
	name   string
	offer  Offer
}

// About returns a subject by a name that is the same wherever it is spoken of.
func (t *Toasts) About(name string) Subject { return Subject{toasts: t, name: name} }

// Done says that something worked.
func (s Subject) Done(message string) { s.add(toastDone, message, PassingTime) }

// DoneNote says that something worked, and something to know about that.
func (s Subject) DoneNote(message string) { s.add(toastDone, message, ReadingTime) }

// Hint says why nothing was done.
func (s Subject) Hint(message string) { s.add(toastNote, message, PassingTime) }

// Note says something to know.
func (s Subject) Note(message string) { s.add(toastNote, message, ReadingTime) }

// Unknown says what could not be found out.
func (s Subject) Unknown(message string) { s.add(toastUnknown, message, ReadingTime) }

// Error says what did not work.
func (s Subject) Error(message string) { s.add(toastError, message, ReadingTime) }

// Failed says what did not work or, with unknown, of what that could not be found out.
func (s Subject) Failed(message string, unknown bool) {
	if unknown {
		s.Unknown(message)
		return
	}
	s.Error(message)
}

// Withdraw takes away what was said of the subject, because it no longer holds.
func (s Subject) Withdraw() {
	s.toasts.withdraw(func(shown *toast) bool { return shown.subject == s.name })
}

// Done says that something worked, about a subject of its own.
func (t *Toasts) Done(message string) { t.About(message).Done(message) }

// Hint says why nothing was done. A newer hint replaces it.
func (t *Toasts) Hint(message string) { t.About(hintSubject).Hint(message) }

// Note says something to know, about a subject of its own.
func (t *Toasts) Note(message string) { t.About(message).Note(message) }

// Unknown says what could not be found out, about a subject of its own.
func (t *Toasts) Unknown(message string) { t.About(message).Unknown(message) }

// Error says what did not work, about a subject of its own.
func (t *Toasts) Error(message string) { t.About(message).Error(message) }

// Dismiss takes the message away that has the keyboard, or else the newest.
func (t *Toasts) Dismiss() {
	if len(t.Shown) == 0 {
		return
	}
	i := slices.IndexFunc(t.Shown, func(shown *toast) bool {
		return shown.CloseButton.Focused || shown.Action.Focused || shown.More.Focused
	})
	if i < 0 {
		i = len(t.Shown) - 1
	}
	t.remove(t.Shown[i])
}

// Withdraw takes a message away that no longer holds.
func (t *Toasts) Withdraw(message string) {
	t.withdraw(func(shown *toast) bool { return shown.Text == message })
}

func (t *Toasts) withdraw(which func(*toast) bool) {
	if i := slices.IndexFunc(t.Shown, which); i >= 0 {
		t.remove(t.Shown[i])
	}
}

func (t *Toasts) withdrawAll(which func(*toast) bool) {
	t.Shown = slices.DeleteFunc(t.Shown, which)
	t.draw()
}

// Clear takes every message away but those that were held back and not shown since.
func (t *Toasts) Clear() {
	t.withdrawAll(func(shown *toast) bool { return !shown.owed })
}

// draw puts the messages on the layer.
func (t *Toasts) draw() {
	t.Layer.Objects = nil
	for _, shown := range t.Shown {
		t.Layer.Objects = append(t.Layer.Objects, shown.Object)
	}
	t.place()
	t.Layer.Refresh()
}

func (s Subject) add(kind toastKind, message string, time time.Duration) {
	t := s.toasts
	s.Withdraw()
	shown := newToast(kind, message, s.offer.Label, t.tips)
	shown.subject, shown.time = s.name, max(time, s.offer.For)
	shown.left = shown.time
	shown.CloseButton.OnTapped = func() {
		t.OnPressed()
		t.remove(shown)
	}
	shown.More.OnTapped = func() { t.OnMore(shown.Text, s.withoutRoom(shown)) }
	shown.Action.OnTapped = func() {
		t.OnPressed()
		shown.offered = false
		t.remove(shown)
		s.offer.Take()
	}
	shown.owed = t.held
	if !t.held {
		t.makeRoom()
	}
	t.Shown = append(t.Shown, shown)
	t.draw()
	t.expire(shown)
}

// makeRoom takes the oldest message away that is no error and not of what is unknown, or else the oldest. Those that
// were held back wait for their turn.
func (t *Toasts) makeRoom() {
	shown := slices.DeleteFunc(slices.Clone(t.Shown), func(shown *toast) bool { return shown.owed })
	if len(shown) < Limit {
		return
	}
	oldest := slices.IndexFunc(shown, func(shown *toast) bool { return shown.kind < toastUnknown })
	t.remove(shown[max(oldest, 0)])
}

func (t *Toasts) remove(shown *toast) {
	c := fyne.CurrentApp().Driver().CanvasForObject(shown.Object)
	focused := c != nil && shown.has(c.Focused())
	t.Shown = slices.DeleteFunc(t.Shown, func(other *toast) bool { return other == shown })
	t.draw()
	if focused {
		c.Unfocus()
		t.OnFocusLost()
	}
}

// Retranslate sets the messages' buttons in the current language.
func (t *Toasts) Retranslate() {
	for _, shown := range t.Shown {
		shown.CloseButton.Hint = dismissHint()
		shown.More.SetText(moreLabel())
	}
}

// Has tells whether something is a message's button.
func (t *Toasts) Has(focused fyne.Focusable) bool {
	return slices.ContainsFunc(t.Shown, func(shown *toast) bool { return shown.has(focused) })
}

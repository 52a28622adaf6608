// Package toast shows messages in a corner of the window: what has happened, and what went wrong.
package toast

import (
	"cmp"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/tooltip"
)

const (
	mostShown = 2 // messages at a time

	toastWidth = float32(520) // the widest that is comfortable to read

	hintSubject = "hint" // the subject of messages that say why nothing was done
)

type toastKind int

const (
	toastDone toastKind = iota
	toastNote
	toastWarning
	toastUnknown
	toastError
)

// Toasts shows messages in a corner of the window. There is one message about a subject: a newer one replaces it. Each
// message disappears by itself after the time that it takes to read.
type Toasts struct {
	OnFocusLost func()                            // the message that had the focus was removed
	OnPressed   func()                            // a button was pressed that removes its message
	OnMoved     func()                            // what is above the messages got lower for them, or higher again
	Away        func() bool                       // reports whether the user may be away; no message expires meanwhile
	Covered     func() bool                       // reports whether a dialog or a menu is open, so that no message can be clicked
	OnMore      func(message string, offer Offer) // shows all of a message that was cut, and the offer that it has no room for
	Brief       func(message string) string       // returns a message as it is shown where there is no room for all of it
	Room        func() Room                       // returns where the page has room for messages; the zero Room if nowhere

	tasks  *background.Tasks
	tips   *tooltip.Tips
	Shown  []*toast // oldest first
	Layer  *fyne.Container
	outer  *fyne.Container // the body of the window, and the layer
	hidden bool            // Hold was called, and Release was not called since
	taken  float32         // the height that messages take from what is above them
	lost   *control.Button // has gone while it had the focus below a dialog
}

// New returns a Toasts. Around puts it into the window.
func New(t *background.Tasks, tips *tooltip.Tips) *Toasts {
	out := &Toasts{OnPressed: func() {}, OnMoved: func() {}, Away: func() bool { return false }, Covered: func() bool { return false }, Brief: func(message string) string { return message }, Room: func() Room { return Room{} }, tasks: t, tips: tips}
	out.Layer = container.New(stackedLayout{out})
	out.outer = container.New(asideLayout{out})
	return out
}

// Subject is what a message is about. Its methods show messages.
type Subject struct {
	toasts *Toasts
	name   string
	options
}

// options is what applies to a message besides its text.
type options struct {
	ends      bool        // like UntilLock
	behind    func() bool // like Behind; nil if it waits for no dialog
	offer     Offer       // like Offering
	holds     func() bool // like While; nil if the message holds for all of its time
	minor     bool        // like Minor
	dismissed func()      // like OnDismissed; may be nil
}

// About returns the subject of a name. Messages about the same name replace each other.
func (t *Toasts) About(name string) Subject { return Subject{toasts: t, name: name} }

// Done says that something worked.
func (s Subject) Done(message string) { s.add(toastDone, message, PassingTime) }

// DoneNote says that something worked, and something that the user should know about it.
func (s Subject) DoneNote(message string) { s.add(toastDone, message, ReadingTime) }

// DoneWarning says that something worked, and why it may be of no use.
func (s Subject) DoneWarning(message string) { s.add(toastWarning, message, ReadingTime) }

// Hint says why nothing was done.
func (s Subject) Hint(message string) { s.add(toastNote, message, PassingTime) }

// Note says something that the user should know.
func (s Subject) Note(message string) { s.add(toastNote, message, ReadingTime) }

// Unknown says what could not be found out.
func (s Subject) Unknown(message string) { s.add(toastUnknown, message, ReadingTime) }

// Error says what did not work.
func (s Subject) Error(message string) { s.add(toastError, message, ReadingTime) }

// Failed says what did not work or, with unknown, that it is not known whether it worked.
func (s Subject) Failed(message string, unknown bool) {
	if unknown {
		s.Unknown(message)
		return
	}
	s.Error(message)
}

// Withdraw removes the message about the subject, because it no longer holds.
func (s Subject) Withdraw() {
	s.toasts.withdraw(s.isOf)
}

// isOf reports whether a message is about the subject.
func (s Subject) isOf(shown *toast) bool { return shown.subject.name == s.name }

// WithdrawFailure removes the message about the subject if it says that something did not work or is not known: the user
// tries again.
func (s Subject) WithdrawFailure() {
	s.toasts.withdraw(func(shown *toast) bool {
		return s.isOf(shown) && (shown.kind == toastError || shown.kind == toastUnknown)
	})
}

// Done says that something worked, about a subject of its own.
func (t *Toasts) Done(message string) { t.About(message).Done(message) }

// Hint says why nothing was done. A newer hint replaces it.
func (t *Toasts) Hint(message string) { t.About(hintSubject).Hint(message) }

// Note says something that the user should know, about a subject of its own.
func (t *Toasts) Note(message string) { t.About(message).Note(message) }

// Unknown says what could not be found out, about a subject of its own.
func (t *Toasts) Unknown(message string) { t.About(message).Unknown(message) }

// Error says what did not work, about a subject of its own.
func (t *Toasts) Error(message string) { t.About(message).Error(message) }

// Dismiss removes the message that has the focus, or else the newest.
func (t *Toasts) Dismiss() {
	if len(t.Shown) == 0 {
		return
	}
	i := slices.IndexFunc(t.Shown, func(shown *toast) bool {
		return slices.ContainsFunc(shown.buttons(), func(b *control.Button) bool { return b.Focused })
	})
	if i < 0 {
		i = len(t.Shown) - 1
	}
	t.Shown[i].dismiss(t)
}

// OnDismissed returns the subject for a message with which do is called when the user dismisses it.
func (s Subject) OnDismissed(do func()) Subject {
	s.dismissed = do
	return s
}

func (t *toast) dismiss(in *Toasts) {
	in.remove(t)
	if t.subject.dismissed != nil {
		t.subject.dismissed()
	}
}

// Withdraw removes a message that no longer holds.
func (t *Toasts) Withdraw(message string) {
	t.withdraw(func(shown *toast) bool { return shown.says(message) })
}

// WithdrawRead removes a message that is of no use any more to a user who has had time to read it. A message that is too
// recent for that is removed once it was shown for that time.
func (t *Toasts) WithdrawRead(message string) {
	i := slices.IndexFunc(t.Shown, func(shown *toast) bool { return shown.says(message) })
	switch {
	case i < 0:
	case t.Shown[i].isSeenFor(t, PassingTime):
		t.remove(t.Shown[i])
	default:
		t.shorten(t.Shown[i])
	}
}

func (t *Toasts) withdraw(which func(*toast) bool) {
	if i := slices.IndexFunc(t.Shown, which); i >= 0 {
		t.remove(t.Shown[i])
	}
}

func (t *Toasts) withdrawAll(which func(*toast) bool) {
	before := len(t.Shown)
	if t.Shown = slices.DeleteFunc(t.Shown, which); len(t.Shown) < before {
		t.draw()
	}
}

// Clear removes all messages except those that were held back and not shown since.
func (t *Toasts) Clear() {
	t.withdrawAll(func(shown *toast) bool { return !shown.heldBack })
}

// ClearPage removes the messages about the page that the user leaves: all, except those that were held back and not shown
// since, and those whose offer can be taken on any page.
func ClearPage(t *Toasts) {
	t.withdrawAll(func(shown *toast) bool { return !shown.heldBack && !shown.isOnAnyPage() })
}

// AnyOfPage reports whether there is a message that ClearPage would not leave for the next page.
func AnyOfPage(t *Toasts) bool {
	return slices.ContainsFunc(t.Shown, func(shown *toast) bool { return !shown.isOnAnyPage() })
}

func (t *toast) isOnAnyPage() bool { return t.offered && t.subject.offer.OnAnyPage }

// draw puts the messages on the layer.
func (t *Toasts) draw() {
	t.Layer.Objects = nil
	for _, shown := range t.Shown {
		t.Layer.Objects = append(t.Layer.Objects, shown.Object)
	}
	t.Relayout()
	t.Layer.Refresh()
	for _, shown := range t.Shown {
		if !shown.Object.Visible() { // it waits for room
			t.leave(shown.buttons()...)
		}
	}
}

func (s Subject) add(kind toastKind, message string, time time.Duration) {
	t := s.toasts
	s.Withdraw()
	shown := newToast(kind, message, s.offer.Label, t.tips)
	shown.subject, shown.duration = s, max(time, s.offer.For)
	shown.left, shown.heldBack = shown.duration, t.hidden
	shown.CloseButton.OnTapped = func() {
		t.OnPressed()
		shown.dismiss(t)
	}
	shown.More.OnTapped = func() { t.OnMore(shown.Text, s.hiddenOffer(shown)) }
	shown.Action.OnTapped = func() {
		t.OnPressed()
		if !s.offer.Stays {
			t.remove(shown)
		}
		s.offer.Take()
	}
	passing := t.passing()
	if surplus := t.surplus(); surplus != nil && !(s.minor && surplus.matters(t)) {
		t.remove(surplus)
	}
	t.Shown = append(t.Shown, shown)
	t.draw()
	if s.minor && slices.ContainsFunc(t.Shown, func(old *toast) bool { return !old.Object.Visible() && old.matters(t) }) {
		shown.putLast(t)
		return
	}
	for _, old := range slices.Clone(t.Shown) {
		if !old.Object.Visible() && (slices.Contains(passing, old) || old.isRead()) {
			t.remove(old)
		}
	}
	t.startTimer(shown)
	if s.holds != nil {
		shown.removeUnless(t, s.holds)
	}
}

// putLast has the newest message wait for all others. A plain success would look new then, so it is removed.
func (t *toast) putLast(in *Toasts) {
	if t.isPassingSuccess() {
		in.remove(t)
		return
	}
	in.startTimer(t)
	in.Shown = slices.Insert(in.Shown[:len(in.Shown)-1], 0, t)
	in.draw()
}

// surplus returns the message that a new one replaces if there are as many as mostShown: the oldest success or note that
// offers nothing, or else the oldest success or note, or else the oldest. It does not count messages that were held back:
// they wait for their turn. It returns nil if there is room, or while messages are hidden.
func (t *Toasts) surplus() *toast {
	shown := slices.DeleteFunc(slices.Clone(t.Shown), func(shown *toast) bool { return shown.heldBack })
	if t.hidden || len(shown) < mostShown {
		return nil
	}
	return slices.MinFunc(shown, func(a, b *toast) int { return cmp.Compare(a.weight(), b.weight()) })
}

func (t *Toasts) remove(shown *toast) {
	shown.offered = false
	t.Shown = slices.DeleteFunc(t.Shown, func(other *toast) bool { return other == shown })
	t.draw()
	t.leave(shown.buttons()...)
}

// leave takes the focus from buttons that have gone. Below a dialog it cannot: Uncovered does.
func (t *Toasts) leave(gone ...*control.Button) {
	c := fyne.CurrentApp().Driver().CanvasForObject(t.Layer)
	for _, b := range gone {
		switch {
		case c != nil && c.Focused() == fyne.Focusable(b):
			c.Unfocus()
			t.OnFocusLost()
		case b.Focused:
			t.lost = b
		}
	}
}

// Retranslate updates the labels of the buttons to the current language.
func (t *Toasts) Retranslate() {
	for _, shown := range t.Shown {
		shown.CloseButton.SetHint(dismissHint())
		shown.More.SetText(moreLabel())
	}
}

// HasButton reports whether focused is a button of a message.
func (t *Toasts) HasButton(focused fyne.Focusable) bool {
	return slices.ContainsFunc(t.Shown, func(shown *toast) bool { return shown.hasButton(focused) })
}

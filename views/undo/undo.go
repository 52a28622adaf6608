// Package undo offers to enable keys again that were just disabled. A deletion cannot be undone on the server.
package undo

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/toast"
	"accesskeys/views/words"
)

// Undo holds the last disabling, which can be undone. There is only one at a time.
type Undo struct {
	tasks  *background.Tasks // end with the session
	toasts *toast.Toasts
	list   *keys.Keys
	enable func(*keys.Left) // re-reads keys, and enables those that are still as they were left
	last   *offer
}

type offer struct {
	left    *keys.Left
	take    func(*keys.Left)
	said    toast.Subject
	message string
	stop    func()
	older   bool // other keys were changed since
	waits   bool // one of its keys is being changed, and it is not offered meanwhile
}

// New returns an Undo with nothing to undo. enable enables keys that are still as they were left, and tells the
// outcome.
func New(tasks *background.Tasks, toasts *toast.Toasts, list *keys.Keys, enable func(*keys.Left)) *Undo {
	return &Undo{tasks: tasks, toasts: toasts, list: list, enable: enable}
}

// Offer shows a message that keys were disabled, with a button that enables them again. It ends an earlier offer.
func (u *Undo) Offer(said toast.Subject, message string, disabled []keys.Key) {
	u.OfferTo(said, message, disabled, u.enable)
}

// OfferTo is Offer for an undo that does more than enable the keys: it calls take.
func (u *Undo) OfferTo(said toast.Subject, message string, disabled []keys.Key, take func(*keys.Left)) {
	u.End()
	left := keys.NewLeft(u.list, disabled)
	u.last = &offer{left: left, take: take, said: said, message: message, stop: func() {}}
	u.show()
	background.GoErr(u.tasks.Unwatched(), func(ctx context.Context) error {
		left.Read(ctx)
		return nil
	}, func(error) {})
}

// show shows the message of the offer, and begins its time.
func (u *Undo) show() {
	u.begin()
	u.last.said.Offering(toast.Offer{Label: lang.L("Undo"), For: Time, Take: u.Take, Stays: true, Again: u.begin}).Done(u.last.message)
}

// begin begins the time of the offer, also again. It is not over while a dialog covers the message.
func (u *Undo) begin() {
	if u.last == nil {
		return
	}
	u.last.stop()
	u.last.stop = u.tasks.AfterWallClock(Time, func() {
		if u.toasts.Covered() {
			u.begin()
			return
		}
		u.End()
	})
}

// Changed must be called when keys were changed otherwise. It ends the offer if that is about one of them.
func (u *Undo) Changed(ids ...string) {
	if u.last == nil || len(ids) == 0 {
		return
	}
	u.last.older = true
	if u.last.isAbout(ids) {
		u.End()
	}
}

// GiveWay must be called when a change of keys begins, also one that undoes, and Over when it is over. If the offer is about
// one of them, it is withdrawn until then: it would undo what is being changed.
func (u *Undo) GiveWay(ids ...string) {
	if u.last == nil || !u.last.isAbout(ids) {
		return
	}
	u.last.stop()
	u.last.said.Withdraw()
	u.last.waits = true
}

// Over must be called when a change of keys is over, before it is told how it went. An offer that gave way ends, unless its
// keys are still as they were left, because the change has failed. Then it comes back, for the whole time. Its message gets a
// subject of its own: the failure may be told about the other.
func (u *Undo) Over(ids ...string) {
	switch {
	case u.last == nil || !u.last.waits || !u.last.isAbout(ids):
	case slices.ContainsFunc(u.last.left.Keys, u.isBusy): // Over will be called again
	case u.last.left.Touched() || slices.ContainsFunc(u.last.left.Keys, u.isChanged):
		u.End()
	default:
		u.last.waits = false
		u.last.said = u.toasts.About("undo")
		u.show()
	}
}

// isChanged reports whether a key is not as it was left, or may not be.
func (u *Undo) isChanged(left keys.Key) bool {
	k, _ := u.list.Find(left.ID)
	return k.State != left.State || k.Pending != ""
}

// isBusy reports whether a key is being changed.
func (u *Undo) isBusy(left keys.Key) bool {
	k, _ := u.list.Find(left.ID)
	return k.Busy.Changes()
}

// isAbout reports whether an offer is about one of the keys.
func (o *offer) isAbout(ids []string) bool {
	return slices.ContainsFunc(o.left.Keys, func(k keys.Key) bool { return slices.Contains(ids, k.ID) })
}

// End ends the offer.
func (u *Undo) End() {
	if u.last == nil {
		return
	}
	last := u.last
	u.last = nil
	last.stop()
	if !last.waits { // or else its message has gone
		last.said.EndOffer()
	}
}

// TakeLast is Take for a user who wants to undo the last change, whatever it was.
func (u *Undo) TakeLast() {
	older := u.last != nil && u.last.older && !u.last.waits
	switch {
	case older && u.last.said.IsTold():
		u.toasts.Hint(lang.L("Your last change can't be undone. To undo the Disable before it, press Undo in its message."))
		return
	case older:
		u.End()
	}
	u.Take()
}

// Take enables the keys again that were disabled last, if that is still offered. The offer stays if that cannot begin.
func (u *Undo) Take() {
	switch {
	case u.last == nil:
		u.toasts.Hint(lang.L("Nothing to undo: only Disable can be undone, for a short time."))
	case u.last.waits:
		u.toasts.Hint(words.Explain(keys.ErrBusy))
	default:
		u.last.take(u.last.left)
	}
}

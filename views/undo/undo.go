// Package undo offers to enable keys again that were just disabled. A deletion cannot be undone on the server.
package undo

import (
	"context"
	"slices"
	"time"

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
	gaveTo []string // the keys whose change has ended the last offer, even if it is not over
	lostAt time.Time
}

type offer struct {
	keys  []keys.Key
	take  func()
	said  toast.Subject
	stop  func()
	older bool // other keys were changed since
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
	u.lostAt = time.Time{}
	left := keys.NewLeft(u.list, disabled)
	u.last = &offer{keys: disabled, take: func() { take(left) }, said: said, stop: func() {}}
	u.begin()
	said.Offering(toast.Offer{Label: lang.L("Undo"), For: Time, Take: u.Take, Again: u.begin}).Done(message)
	background.GoErr(u.tasks.Unwatched(), func(ctx context.Context) error {
		left.Read(ctx)
		return nil
	}, func(error) {})
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
	if len(ids) > 0 {
		u.lostAt = time.Time{}
	}
	if u.last == nil || len(ids) == 0 {
		return
	}
	u.last.older = true
	if u.last.isAbout(ids) {
		u.End()
	}
}

// GiveWay must be called when a change of keys begins. It ends the offer if that is about one of them: it would undo what is
// being changed.
func (u *Undo) GiveWay(ids ...string) {
	if u.last != nil && u.last.isAbout(ids) {
		u.gaveTo = ids
		u.End()
	}
}

// isAbout reports whether an offer is about one of the keys.
func (o *offer) isAbout(ids []string) bool {
	return slices.ContainsFunc(o.keys, func(k keys.Key) bool { return slices.Contains(ids, k.ID) })
}

// isBusy reports whether a key is still being changed whose change has ended the last offer.
func (u *Undo) isBusy() bool {
	return slices.ContainsFunc(u.gaveTo, func(id string) bool {
		k, _ := u.list.Find(id)
		return k.Busy.Changes()
	})
}

// End ends the offer.
func (u *Undo) End() {
	if u.last == nil {
		return
	}
	last := u.last
	u.last = nil
	last.stop()
	last.said.EndOffer()
}

// TakeLast is Take for a user who wants to undo the last change, whatever it was.
func (u *Undo) TakeLast() {
	if u.last != nil && u.last.older && !u.last.said.IsTold() {
		u.End()
	}
	if u.last != nil && u.last.older {
		u.toasts.Hint(lang.L("Your last change can't be undone. To undo the Disable before it, press Undo in its message."))
		return
	}
	u.Take()
}

// Take enables the keys again that were disabled last, if that is still offered.
func (u *Undo) Take() {
	switch {
	case u.last == nil && u.isBusy():
		u.toasts.Hint(words.Explain(keys.ErrBusy))
		return
	case u.last == nil && u.isLost():
		u.toasts.Hint(lang.L("Nothing to undo: switching accounts ended that. Enable the key again instead."))
		return
	case u.last == nil:
		u.toasts.Hint(lang.L("Nothing to undo: only Disable can be undone, for a short time."))
		return
	}
	take := u.last.take
	u.last.said.Withdraw()
	u.End()
	take()
}

// Package undo offers to enable keys again that were just disabled. A deletion cannot be undone on the server.
package undo

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/toast"
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
	take func()
	said toast.Subject
	stop func()
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
	u.last = &offer{take: func() { take(left) }, said: said, stop: func() {}}
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

// End ends the offer, because its time is over, or because something else was done, which the user may want to undo
// instead.
func (u *Undo) End() {
	if u.last == nil {
		return
	}
	last := u.last
	u.last = nil
	last.stop()
	last.said.EndOffer()
}

// Take enables the keys again that were disabled last, if that is still offered.
func (u *Undo) Take() {
	if u.last == nil {
		u.toasts.Hint(lang.L("Nothing to undo: only Disable can be undone, for a short time."))
		return
	}
	take := u.last.take
	u.last.said.Withdraw()
	u.End()
	take()
}

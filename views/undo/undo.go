// Package undo offers to enable again what was just disabled. Nothing else can be undone: the server has no way back from
// a deletion.
package undo

import (
	"context"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/toast"
)

// Time is how long it is offered.
const Time = 15 * time.Second

// Undo has the last disabling that can be undone: one at a time.
type Undo struct {
	tasks  *background.Tasks // end with the session
	toasts *toast.Toasts
	list   *keys.Keys
	enable func(*keys.Left) // enables keys that are still as they were left; each is read first
	last   *offer
}

type offer struct {
	take func()
	said toast.Subject
	stop func()
}

// New returns an Undo of nothing. enable enables keys of a list that are still as they were left, and says how that went.
func New(tasks *background.Tasks, toasts *toast.Toasts, list *keys.Keys, enable func(*keys.Left)) *Undo {
	return &Undo{tasks: tasks, toasts: toasts, list: list, enable: enable}
}

// Offer says that keys were disabled, and offers to enable them again. What was offered before is not any more.
func (u *Undo) Offer(said toast.Subject, message string, disabled []keys.Key) {
	u.OfferTo(said, message, disabled, u.enable)
}

// OfferTo is Offer where more is to be done than enabling the keys.
func (u *Undo) OfferTo(said toast.Subject, message string, disabled []keys.Key, take func(*keys.Left)) {
	u.End()
	left := keys.NewLeft(u.list, disabled)
	u.last = &offer{take: func() { take(left) }, said: said, stop: u.tasks.AfterWallClock(Time, u.End)}
	said.Offering(toast.Offer{Label: lang.L("Undo"), For: Time, Take: u.Take}).Done(message)
	background.GoErr(u.tasks.Unwatched(), func(ctx context.Context) error {
		left.Read(ctx)
		return nil
	}, func(error) {})
}

// End ends the offer: its time is over, or something else was done since, which the user may mean to undo.
func (u *Undo) End() {
	if u.last == nil {
		return
	}
	last := u.last
	u.last = nil
	last.stop()
	last.said.EndOffer()
}

// Take enables again what was disabled last, if that is still offered.
func (u *Undo) Take() {
	if u.last == nil {
		u.toasts.Hint(lang.L("Nothing to undo."))
		return
	}
	take := u.last.take
	u.last.said.Withdraw()
	u.End()
	take()
}

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

// Undo holds what was disabled a short time ago, and can be undone.
type Undo struct {
	tasks  *background.Tasks // end with the session
	toasts *toast.Toasts
	list   *keys.Keys
	may    func(still string) bool // reports whether keys can be changed now; if not, tells why, and what is still so
	enable func(*keys.Left)        // re-reads keys, and enables those that are still as they were left
	name   func(id string) string
	offers []*offer  // oldest first; each key is in one of them at most
	lostAt time.Time // when the last ended because the user has switched accounts; zero if none did
}

type offer struct {
	left    *keys.Left
	take    func(*keys.Left)
	said    toast.Subject
	message func() string // in the language that is chosen when it is shown
	stop    func()
	older   bool // other keys were changed since, which cannot be undone
	waits   bool // one of its keys is being changed, and it is not offered meanwhile
	unseen  bool // the user had dismissed its message before
	taken   bool // by that change
	tried   bool // it was taken, and the keys are still as they were left
}

// New returns an Undo with nothing to undo. may reports whether keys can be changed now; if not, it tells why, and what is
// still so. enable enables keys that are still as they were left, and tells the outcome. name returns the name of a key for
// messages.
func New(tasks *background.Tasks, toasts *toast.Toasts, list *keys.Keys, may func(still string) bool, enable func(*keys.Left), name func(id string) string) *Undo {
	return &Undo{tasks: tasks, toasts: toasts, list: list, may: may, enable: enable, name: name}
}

// Offer shows a message that keys were disabled, with a button that enables them again. Earlier offers stay.
func (u *Undo) Offer(said toast.Subject, message func() string, disabled []keys.Key) {
	u.OfferTo(said, message, disabled, u.enable)
}

// OfferTo is Offer for an undo that does more than enable the keys: it calls take.
func (u *Undo) OfferTo(said toast.Subject, message func() string, disabled []keys.Key, take func(*keys.Left)) {
	for _, k := range disabled {
		u.EndAbout(k.ID)
	}
	u.lostAt = time.Time{}
	left := keys.NewLeft(u.list, disabled)
	o := &offer{left: left, take: take, said: said, message: message, stop: func() {}}
	u.offers = append(u.offers, o)
	u.show(o)
	background.GoErr(u.tasks.Unwatched(), func(ctx context.Context) error {
		left.Read(ctx)
		return nil
	}, func(error) {})
}

// show shows the message of an offer, and begins its time.
func (u *Undo) show(o *offer) {
	u.begin(o)
	again, take := func() { u.begin(o) }, func() { u.take(o) }
	o.said.Offering(toast.Offer{Label: lang.L("Undo"), For: Time, Take: take, Stays: true, Again: again, OnAnyPage: true}).Done(o.message())
}

// begin begins the time of an offer, also again. It is not over while a dialog covers the message.
func (u *Undo) begin(o *offer) {
	if !slices.Contains(u.offers, o) {
		return
	}
	o.stop()
	o.stop = u.tasks.AfterWallClock(Time, func() {
		if u.toasts.Covered() {
			u.begin(o)
			return
		}
		u.end(o)
	})
}

// Changed must be called when keys were changed, before Over. It ends offers that are about one of them. Where the change
// can be undone itself, or has undone another, those before it are undone next.
func (u *Undo) Changed(op keys.Operation, ids ...string) {
	if len(ids) == 0 {
		return
	}
	u.lostAt = time.Time{}
	undoes := slices.ContainsFunc(u.offers, func(o *offer) bool { return o.taken && o.isAbout(ids) })
	for _, o := range u.offers {
		o.older = o.older || !undoes && op != keys.OpDisable
	}
	u.EndAbout(ids...)
}

// GiveWay must be called when a change of keys begins, also one that undoes, and Over when it is over. An offer that is about
// one of them is withdrawn until then: it would undo what is being changed.
func (u *Undo) GiveWay(ids ...string) {
	for _, o := range u.about(ids) {
		o.stop()
		if !o.waits {
			o.unseen = !o.taken && !o.said.IsTold()
		}
		o.said.Withdraw()
		o.waits = true
	}
}

// Over must be called when a change of keys is over, before it is told how it went. An offer that gave way ends, unless its
// keys are still as they were left, because the change has failed. Then it comes back, for the whole time, with its message
// unless the user had dismissed that. The message gets a subject of its own: the failure may be told about the other.
func (u *Undo) Over(ids ...string) {
	for _, o := range u.about(ids) {
		switch {
		case !o.waits:
		case slices.ContainsFunc(o.left.Keys, u.isBusy): // Over will be called again
		case o.left.Touched() || slices.ContainsFunc(o.left.Keys, u.isChanged):
			u.end(o)
		default:
			o.tried = o.tried || o.taken
			o.waits, o.taken = false, false
			if o.said = u.toasts.About("undo " + o.left.Keys[0].ID); o.unseen {
				u.begin(o)
			} else {
				u.show(o)
			}
		}
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

// about returns the offers that are about one of the keys.
func (u *Undo) about(ids []string) (about []*offer) {
	for _, o := range u.offers {
		if o.isAbout(ids) {
			about = append(about, o)
		}
	}
	return about
}

func (o *offer) isAbout(ids []string) bool {
	return slices.ContainsFunc(o.left.Keys, func(k keys.Key) bool { return slices.Contains(ids, k.ID) })
}

// End ends all offers.
func (u *Undo) End() {
	for _, o := range slices.Clone(u.offers) {
		u.end(o)
	}
}

// EndAbout ends the offers that are about one of the keys.
func (u *Undo) EndAbout(ids ...string) {
	for _, o := range u.about(ids) {
		u.end(o)
	}
}

func (u *Undo) end(o *offer) {
	u.offers = slices.DeleteFunc(u.offers, func(other *offer) bool { return other == o })
	o.stop()
	if !o.waits { // or else its message has gone
		o.said.EndOffer()
	}
}

// TakeLast undoes the last change, or the one before those that were undone already or are being undone. While a key is being
// disabled, it says so: what the user wants to undo is that, and not the change before.
func (u *Undo) TakeLast() {
	if id := u.find(func(k keys.Key) bool { return k.Busy == keys.OpDisable && !k.Own }); id != "" {
		still := func() bool { k, _ := u.list.Find(id); return k.Busy == keys.OpDisable }
		u.toasts.HintWhile(lang.L("You can undo once {{.ID}} is disabled.", map[string]any{"ID": u.name(id)}), still)
		return
	}
	for _, o := range slices.Backward(slices.Clone(u.offers)) {
		switch {
		case o.taken:
			continue
		case !o.older || o.waits:
			u.take(o)
		case o.said.IsTold():
			u.toasts.Hint(lang.L("Your last change can't be undone. To undo the Disable before it, press Undo in its message."))
		default:
			u.end(o)
			continue
		}
		return
	}
	if len(u.offers) > 0 {
		u.tellBusy(u.offers[len(u.offers)-1])
		return
	}
	if id := u.find(func(k keys.Key) bool { return k.Pending == keys.OpDisable && !k.Own }); id != "" {
		u.toasts.Hint(lang.L("It's not known yet whether {{.ID}} was disabled. If it was, you can undo that then.", map[string]any{"ID": u.name(id)}))
		return
	}
	if u.isLost() {
		u.toasts.Hint(lang.L("Nothing to undo: switching accounts ended that. Enable the key again instead."))
		return
	}
	u.toasts.Hint(lang.L("Nothing to undo: only Disable can be undone, for a short time."))
}

// find returns the ID of a key, or "" if there is none that is so.
func (u *Undo) find(is func(keys.Key) bool) string {
	all := u.list.All()
	if i := slices.IndexFunc(all, is); i >= 0 {
		return all[i].ID
	}
	return ""
}

// tellBusy says that something is being done with a key of an offer.
func (u *Undo) tellBusy(o *offer) {
	busy := max(0, slices.IndexFunc(o.left.Keys, u.isBusy))
	u.toasts.Hint(words.Busy(u.name(o.left.Keys[busy].ID)))
}

// take enables the keys of an offer again. The offer stays if that cannot begin.
func (u *Undo) take(o *offer) {
	if o.waits {
		u.tellBusy(o)
		return
	}
	if !u.may(u.still(o)) {
		return
	}
	o.taken = true
	o.take(o.left)
	o.taken = o.waits
}

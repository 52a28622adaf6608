// Package rotation replaces a key by another without an outage, one step at a time, and remembers on disk how far each
// replacement is. Every step that changes a key is asked for by the user.
package rotation

import (
	"slices"
	"time"

	"accesskeys/app/keys"
)

// Step is a step of a replacement. The values are stable names.
type Step string

// The steps.
const (
	StepCreate  Step = "create"  // there is no new key yet
	StepPlace   Step = "place"   // the new key is put where the old one is used
	StepCheck   Step = "check"   // the server is asked whether it accepts the new key
	StepDisable Step = "disable" // the old key is disabled
	StepWait    Step = "wait"    // for what breaks without the old key
	StepDelete  Step = "delete"  // the old key is deleted
)

// Order is the order of the steps. The values are stable names.
type Order string

// The orders.
const (
	OrderSafe          Order = "safe"
	OrderDisableSecond Order = "leaked"               // the old key leaked: it is disabled as soon as there is a new one
	OrderDisableFirst  Order = "leaked-disable-first" // it is disabled before there is one
)

// Leaked reports whether the old key is disabled before the new one is in place.
func (o Order) Leaked() bool { return o != OrderSafe }

// WaitChoices are the days to wait that a user can choose from.
func WaitChoices() []int { return []int{1, 7, 30} }

const defaultWait = 7 // days

// Replacement is how far the replacement of a key is. It has no secret.
type Replacement struct {
	Base  string `json:"base"`
	User  string `json:"user,omitempty"`
	Old   string `json:"old"`
	New   string `json:"new,omitempty"`
	Order Order  `json:"order"`
	Step  Step   `json:"step"`

	Began      time.Time `json:"began"`
	CheckedAt  time.Time `json:"checked,omitzero"`  // when the new key passed the check
	DisabledAt time.Time `json:"disabled,omitzero"` // when the old key was found disabled
	WaitDays   int       `json:"waitDays"`          // between disabling and deleting

	Ticked   []string  `json:"ticked,omitempty"` // places that have the new key
	Creating *Creating `json:"creating,omitempty"`
	Asked    Act       `json:"asked,omitempty"` // what the server was asked for last, until the outcome is noted
}

// Creating is a request for a new key, of which it is not noted yet which key came of it.
type Creating struct {
	At     time.Time `json:"at"`
	Before []string  `json:"before"` // the keys that were listed before
}

// Ref is what is kept about one of its keys is kept under.
func (r *Replacement) Ref(id string) keys.Ref {
	return keys.Ref{Base: r.Base, User: r.User, KeyID: id}
}

// of reports whether the replacement is of a key, or by it.
func (r *Replacement) of(k keys.Ref) bool {
	return r.Ref(r.Old).MayBe(k) || r.New != "" && r.Ref(r.New).MayBe(k)
}

// Steps are the steps in their order.
func (r *Replacement) Steps() []Step {
	switch r.Order {
	case OrderDisableSecond:
		return []Step{StepCreate, StepDisable, StepPlace, StepCheck, StepDelete}
	case OrderDisableFirst:
		return []Step{StepDisable, StepCreate, StepPlace, StepCheck, StepDelete}
	}
	return []Step{StepCreate, StepPlace, StepCheck, StepDisable, StepWait, StepDelete}
}

// Done reports whether a step is behind.
func (r *Replacement) Done(s Step) bool {
	all := r.Steps()
	return slices.Index(all, s) < slices.Index(all, r.Step)
}

// DeleteFrom is when the wait ends, zero while the old key is not disabled.
func (r *Replacement) DeleteFrom() time.Time {
	if r.DisabledAt.IsZero() {
		return time.Time{}
	}
	return r.DisabledAt.AddDate(0, 0, r.WaitDays)
}

// IsTicked reports whether a place is ticked.
func (r *Replacement) IsTicked(place string) bool { return slices.Contains(r.Ticked, place) }

// tick ticks a place, or takes the tick away.
func (r *Replacement) tick(place string, on bool) {
	r.Ticked = slices.DeleteFunc(slices.Clone(r.Ticked), func(p string) bool { return p == place })
	if on {
		r.Ticked = append(r.Ticked, place)
	}
}

// advance goes on to the next step.
func (r *Replacement) advance() {
	all := r.Steps()
	if at := slices.Index(all, r.Step); at+1 < len(all) {
		r.Step = all[at+1]
	}
}

// take notes which the new key is.
func (r *Replacement) take(id string) {
	r.New, r.Creating = id, nil
	r.advance()
}

// backToPlace has the new key be put in place again. The old key is enabled, so that the order is the safe one from now
// on, even if it leaked.
func (r *Replacement) backToPlace() {
	r.Order, r.Step = OrderSafe, StepPlace
	if r.New == "" {
		r.Step = StepCreate
	}
	r.DisabledAt, r.CheckedAt = time.Time{}, time.Time{}
}

// backToDisable has the old key be disabled again, as that was undone. Where there may be a new one by then, no second one
// is created.
func (r *Replacement) backToDisable() {
	r.Step, r.DisabledAt = StepDisable, time.Time{}
	if r.Order.Leaked() {
		r.CheckedAt = time.Time{}
	}
	if r.Order == OrderDisableFirst && (r.New != "" || r.Creating != nil) {
		r.Order = OrderDisableSecond
	}
	if r.Order == OrderDisableSecond && r.New == "" {
		r.Step = StepCreate
	}
}

func (r *Replacement) clone() Replacement {
	c := *r
	c.Ticked = slices.Clone(r.Ticked)
	if r.Creating != nil {
		c.Creating = &Creating{At: r.Creating.At, Before: slices.Clone(r.Creating.Before)}
	}
	return c
}

// valid reports whether a replacement read from disk can be gone on with.
func (r *Replacement) valid() bool {
	steps := r.Steps()
	known := r.Order == OrderSafe || r.Order == OrderDisableSecond || r.Order == OrderDisableFirst
	early := r.Step == StepCreate || r.Order == OrderDisableFirst && r.Step == StepDisable
	return known && r.Old != "" && r.Old != r.New && slices.Contains(steps, r.Step) && r.WaitDays >= 0 && (r.New != "" || early)
}

// Planned is a replacement that has not begun, with its steps in an order.
func Planned(o Order) Replacement { return Replacement{Order: o} }

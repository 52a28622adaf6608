// Package rotation replaces a key by another without an outage, one step at a time, and remembers on disk how far each
// replacement is. Every step that changes a key is asked for by the user.
package rotation

import (
	"slices"
	"time"

	"accesskeys/app/keys"
)

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

// take notes which the new key is.
func (r *Replacement) take(id string) {
	r.New, r.Creating = id, nil
	r.advance()
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

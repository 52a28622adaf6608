// Package rotation replaces a key by another without an outage, one step at a time. The progress of each replacement is
// saved on disk. A key is changed only when the user asks for that step.
package rotation

import (
	"slices"
	"time"

	"accesskeys/app/keys"
)

// Replacement is the progress of replacing a key. It holds no secret.
type Replacement struct {
	Base  string `json:"base"`
	User  string `json:"user,omitempty"`
	Old   string `json:"old"`
	New   string `json:"new,omitempty"`
	Order Order  `json:"order"`
	Step  Step   `json:"step"`

	Began      time.Time `json:"began"`             // zero if it is only planned
	CheckedAt  time.Time `json:"checked,omitzero"`  // when the new key passed the check
	DisabledAt time.Time `json:"disabled,omitzero"` // when the old key was found disabled
	WaitDays   int       `json:"waitDays"`          // between disabling and deleting
	Skips      Skips     `json:"skips,omitzero"`

	Ticked   []string  `json:"ticked,omitempty"` // the places where the new key is in use
	Creating *Creating `json:"creating,omitempty"`
	Asked    Act       `json:"asked,omitempty"` // what the server was asked for, until the outcome is recorded
}

// Skips is what the user has left out.
type Skips struct {
	Create bool `json:"create,omitempty"` // the new key was there before
	Wait   bool `json:"wait,omitempty"`   // the old key was to be deleted before the wait was over
}

// Creating is a request for a new key. It is not recorded yet which key that is.
type Creating struct {
	Before []string `json:"before"` // the keys that were listed before
}

// ref returns the Ref of one of its keys.
func (r *Replacement) ref(id string) keys.Ref {
	return keys.Ref{Base: r.Base, User: r.User, KeyID: id}
}

// of reports whether k is the old or the new key.
func (r *Replacement) of(k keys.Ref) bool {
	return r.ref(r.Old).MayBe(k) || r.New != "" && r.ref(r.New).MayBe(k)
}

// setNew sets the new key and goes on to the next step.
func (r *Replacement) setNew(id string) {
	r.New, r.Creating = id, nil
	r.advance()
}

func (r *Replacement) clone() Replacement {
	c := *r
	c.Ticked = slices.Clone(r.Ticked)
	if r.Creating != nil {
		c.Creating = &Creating{Before: slices.Clone(r.Creating.Before)}
	}
	return c
}

// valid reports whether a replacement read from disk makes sense to this version.
func (r *Replacement) valid() bool {
	steps := r.Steps()
	known := r.Order == OrderSafe || r.Order == OrderDisableSecond || r.Order == OrderDisableFirst
	early := r.Step == StepCreate || r.Order == OrderDisableFirst && r.Step == StepDisable
	return known && r.Old != "" && r.Old != r.New && slices.Contains(steps, r.Step) && r.WaitDays >= 0 && (r.New != "" || early)
}

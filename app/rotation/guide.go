package rotation

import (
	"context"
	"time"

	"accesskeys/app/history"
	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
)

// Options is what a Guide is made of. Every field is needed.
type Options struct {
	File *File
	Keys *keys.Keys       // of the session
	Now  func() time.Time // the time of day
	// Check asks the server whether it accepts a key.
	Check func(ctx context.Context, keyID string) keycheck.Result
	// Pause waits before a key is checked again.
	Pause func(ctx context.Context, d time.Duration) error
	// Move moves the note of a key to another.
	Move func(ctx context.Context, from, to keys.Ref) error
	// Label gives a key a label, unless it has one.
	Label func(ctx context.Context, of keys.Ref, label string) error
	// Record records in the history that a replacement has begun or ended, or that its new key was checked.
	Record func(history.Event)
}

// Guide replaces keys of a session's user. Its methods block, and are safe for concurrent use. Before a method changes a
// key, it reads the keys from the server and writes to disk what it is about to ask. Afterwards it writes the outcome. So
// the next start can go on, whenever the program ends.
type Guide struct {
	Options
	begin  *beginning // has the next act begin the replacement; nil if that has begun
	marked *keys.Work // marks the key that is changed next; nil if none is marked yet
	recent bool       // a list that was read recently need not be read again
}

// New returns a Guide.
func New(o Options) *Guide { return &Guide{Options: o} }

// Marked returns a Guide for one change of a key that work has marked busy already, so that nothing else is done to it until
// the change has ended.
func Marked(g *Guide, work *keys.Work) *Guide {
	return &Guide{Options: g.Options, begin: g.begin, marked: work}
}

// NotNowError means that the keys have changed, so that what the user asked for cannot be done now. Nothing was done.
type NotNowError struct{ State State }

// Error implements error, for logs.
func (e *NotNowError) Error() string {
	return "not possible at step " + string(e.State.Step) + ", halt " + string(e.State.Halt())
}

// Replaced returns the IDs of the user's keys that are being replaced, by the IDs of their new keys.
func Replaced(g *Guide) map[string]string {
	user, replaced := keys.RefOf(g.Keys, ""), map[string]string{}
	for _, r := range g.File.shown() {
		if r.New != "" && r.ref("").MayBeWith(user) {
			replaced[r.New] = r.Old
		}
	}
	return replaced
}

// update applies a change to a replacement and writes it, which begins a planned one. It returns the replacement, with the
// step that its keys show.
func (g *Guide) update(ctx context.Context, r Replacement, apply func(*Replacement)) (State, error) {
	if g.begin != nil && r.Began.IsZero() {
		return g.begin.write(ctx, g, r, apply)
	}
	var s State
	err := g.File.update(ctx, r, func(now *Replacement) {
		current := g.state(now.clone())
		apply(&current.Replacement)
		s = g.state(current.Replacement)
		*now = s.Replacement.clone()
	})
	if err != nil {
		return g.state(r), err
	}
	return s, nil
}

// updateIf is update if the act can be done now, as far as is known without asking the server.
func (g *Guide) updateIf(ctx context.Context, old string, a Act, apply func(*Replacement)) error {
	r, ok := g.stored(old)
	if !ok {
		return ErrElsewhere
	}
	if s := g.state(r); !s.May(a) {
		return &NotNowError{State: s}
	}
	_, err := g.update(ctx, r, apply)
	return err
}

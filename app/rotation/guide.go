package rotation

import (
	"context"
	"time"

	"accesskeys/app/history"
	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/client"
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
	// Move gives what is noted about a key to another.
	Move func(ctx context.Context, from, to keys.Ref) error
	// Record keeps in the history that a replacement has begun or ended.
	Record func(history.Event)
}

// Guide replaces keys of a session's user. Its methods block, and are safe for concurrent use. Each reads the keys from the
// server before it changes one, and notes on disk what it is about to ask, and then what came of it: whenever the program
// ends, the next start can go on.
type Guide struct{ Options }

// New returns a Guide.
func New(o Options) *Guide { return &Guide{o} }

// NotNowError means that the keys are not as they were when the user asked for something, so that nothing was done.
type NotNowError struct{ State State }

// Error implements error, for logs.
func (e *NotNowError) Error() string {
	return "not possible at step " + string(e.State.Step) + ", halt " + string(e.State.Halt())
}

// Start opens a replacement of a key. It returns ErrOpen where there is one, and a *NotNowError where the key cannot be
// replaced: it is not enabled, or the app is signed in with it and so it cannot be disabled first.
func (g *Guide) Start(ctx context.Context, old string, order Order) error {
	if err := g.load(ctx); err != nil {
		return err
	}
	ref := keys.RefOf(g.Keys, old)
	r := Replacement{Base: ref.Base, User: ref.User, Old: old, Order: order, Began: g.Now().Round(0), WaitDays: defaultWait}
	if order.Leaked() {
		r.WaitDays = 0
	}
	r.Step = r.Steps()[0]
	s := g.state(r)
	if s.OldKey.State != client.StateEnabled || s.OldKey.Own && order == OrderDisableFirst {
		return &NotNowError{State: s}
	}
	if err := g.File.add(ctx, r); err != nil {
		return err
	}
	g.Record(history.About(ref, history.ReplaceBegin))
	return nil
}

// State returns a replacement of a key or by it, as far as is known without asking anybody.
func (g *Guide) State(id string) (State, bool) {
	r, ok := g.File.Of(keys.RefOf(g.Keys, id))
	if !ok {
		return State{}, false
	}
	return g.state(r), true
}

// Look reads the keys of a replacement, and notes how far it is by that. It returns ErrElsewhere where there is no
// replacement any more.
func (g *Guide) Look(ctx context.Context, old string) (State, error) {
	if err := g.File.Reread(ctx); err != nil {
		return State{}, err
	}
	if err := g.load(ctx); err != nil {
		return State{}, err
	}
	r, ok := g.File.Of(keys.RefOf(g.Keys, old))
	if !ok {
		return State{}, ErrElsewhere
	}
	return g.note(ctx, r, func(*Replacement) {})
}

// load reads the list of keys.
func (g *Guide) load(ctx context.Context) error {
	if err := g.Keys.Load(ctx); err != nil {
		return &keys.UncheckedError{Err: err}
	}
	return nil
}

// state is what is known of a replacement.
func (g *Guide) state(r Replacement) State {
	s := State{Replacement: r, Now: g.Now().Round(0), Partial: g.Keys.Partial() || !g.Keys.Loaded()}
	s.OldKey, _ = g.Keys.Find(r.Old)
	if r.New != "" {
		s.NewKey, _ = g.Keys.Find(r.New)
	}
	if r.Creating != nil {
		s.Candidates = g.candidates(r)
	}
	s.followKeys()
	return s
}

// Replaced returns the keys of a guide's user that are replaced, by the new ones.
func Replaced(g *Guide) map[string]string {
	user, replaced := keys.RefOf(g.Keys, ""), map[string]string{}
	for _, r := range g.File.shown() {
		if r.New != "" && r.Ref("").MayBeWith(user) {
			replaced[r.New] = r.Old
		}
	}
	return replaced
}

// note changes a replacement, moves it to where its keys are, and returns that.
func (g *Guide) note(ctx context.Context, r Replacement, apply func(*Replacement)) (State, error) {
	var s State
	_, err := g.File.update(ctx, r, func(now *Replacement) {
		settled := g.state(now.clone())
		apply(&settled.Replacement)
		s = g.state(settled.Replacement)
		*now = s.Replacement.clone()
	})
	if err != nil {
		return g.state(r), err
	}
	return s, nil
}

// locally changes a replacement where that can be done now, without asking the server.
func (g *Guide) locally(ctx context.Context, old string, a Act, apply func(*Replacement)) error {
	s, ok := g.State(old)
	switch {
	case !ok:
		return ErrElsewhere
	case !s.May(a):
		return &NotNowError{State: s}
	}
	stored, _ := g.File.Of(s.Ref(s.Old))
	_, err := g.note(ctx, stored, apply)
	return err
}

// Own reports whether the app is signed in with a key.
func Own(g *Guide, id string) bool {
	k, _ := g.Keys.Find(id)
	return k.Own
}

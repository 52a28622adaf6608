package rotation

import (
	"context"
	"time"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// State is a replacement, and what is known of its keys at a time.
type State struct {
	Replacement
	OldKey, NewKey keys.Key   // without an ID if they are not listed
	Candidates     []keys.Key // the keys that may have come of Creating
	Partial        bool       // the list lacks keys, or is not current
	Now            time.Time
}

// Complete reports whether the old key is deleted, as was asked for, and another has taken its place.
func (s *State) Complete() bool {
	return s.Asked == ActDelete && s.gone(s.OldKey) && s.New != "" && !s.gone(s.NewKey)
}

// newStays reports whether there is a new key that can take the place of the old one.
func (s *State) newStays() bool {
	return s.NewKey.State == client.StateEnabled || s.NewKey.State == client.StateDisabled
}

// gone reports whether a key is known to be deleted.
func (s *State) gone(k keys.Key) bool {
	return k.State == client.StateDeleted || k.ID == "" && !s.Partial
}

// OldOff reports whether the old key is disabled, so that it can be enabled.
func (s *State) OldOff() bool { return s.OldKey.State == client.StateDisabled }

// stored returns the replacement that has the key as its old or new one.
func (g *Guide) stored(id string) (Replacement, bool) { return g.File.Of(keys.RefOf(g.Keys, id)) }

// State returns the state of the replacement that has the key as its old or new one, as far as is known without asking the
// server.
func (g *Guide) State(id string) (State, bool) {
	r, ok := g.stored(id)
	if !ok {
		return State{}, false
	}
	return g.state(r), true
}

// Look reads the keys of a replacement, and updates its step. It returns ErrElsewhere if there is no such replacement any
// more.
func (g *Guide) Look(ctx context.Context, old string) (State, error) {
	if g.begin != nil {
		return g.begin.plan(ctx, g, old)
	}
	if err := g.File.Reread(ctx); err != nil {
		return State{}, err
	}
	if err := g.load(ctx); err != nil {
		return State{}, err
	}
	r, ok := g.stored(old)
	if !ok {
		return State{}, ErrElsewhere
	}
	return g.update(ctx, r, func(*Replacement) {})
}

// load reads the list of keys, unless one that was read recently will do.
func (g *Guide) load(ctx context.Context) error {
	if g.recent && keys.RecentlyRead(g.Keys) {
		return nil
	}
	if err := g.Keys.Load(ctx); err != nil {
		return &keys.UncheckedError{Err: err}
	}
	return nil
}

// state returns what is known of a replacement.
func (g *Guide) state(r Replacement) State {
	s := State{Replacement: r, Now: g.Now().Round(0), Partial: g.Keys.Partial() || !g.Keys.Loaded()}
	s.OldKey, _ = g.Keys.Find(r.Old)
	if r.New != "" {
		s.NewKey, _ = g.Keys.Find(r.New)
	}
	if r.Creating != nil {
		s.Candidates = g.candidates(r)
	}
	s.stepFromKeys()
	return s
}

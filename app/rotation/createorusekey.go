package rotation

import (
	"context"
	"errors"
	"slices"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// Create creates the new key. Where it is not sure which it is, because several are new or the server did not confirm it,
// the replacement has candidates then, and no other key is created before the user says so: with again. Its errors are
// those of Look, a *NotNowError, and those of Keys.Create.
func (g *Guide) Create(ctx context.Context, old string, again bool) error {
	s, err := g.Look(ctx, old)
	if err != nil {
		return err
	}
	if again && !s.May(ActCreateAgain) || !again && !s.May(ActCreate) {
		return &NotNowError{State: s}
	}
	before := s.Creating
	s, err = g.note(ctx, s.Replacement, func(r *Replacement) {
		if r.Creating == nil {
			r.Creating = &Creating{At: g.Now().Round(0), Before: g.listed()}
		}
	})
	if err != nil {
		return err
	}
	made, failed := g.Keys.Create(ctx)
	_, err = g.note(context.WithoutCancel(ctx), s.Replacement, func(r *Replacement) { outcomeOfCreate(r, before != nil, made, failed) })
	return errors.Join(failed, err)
}

// listed are the IDs of all keys.
func (g *Guide) listed() []string {
	all := g.Keys.All()
	ids := make([]string, len(all))
	for i, k := range all {
		ids[i] = k.ID
	}
	return ids
}

// Use has a key that is there be the new one. It returns ErrOpen where that is part of a replacement.
func (g *Guide) Use(ctx context.Context, old, id string) error {
	s, err := g.Look(ctx, old)
	if err != nil {
		return err
	}
	if k, _ := g.Keys.Find(id); !s.May(ActUse) || k.State != client.StateEnabled || id == old {
		return &NotNowError{State: s}
	}
	_, err = g.note(ctx, s.Replacement, func(r *Replacement) { r.take(id) })
	return err
}

// Usable returns the keys that may replace a key: those that are enabled and no part of a replacement. The youngest is the
// first.
func (g *Guide) Usable(old string) []keys.Key {
	var usable []keys.Key
	for _, k := range g.Keys.All() {
		if k.State != client.StateEnabled || k.ID == old {
			continue
		}
		if _, open := g.File.Of(keys.RefOf(g.Keys, k.ID)); !open {
			usable = append(usable, k)
		}
	}
	slices.SortStableFunc(usable, func(a, b keys.Key) int { return b.CreatedAt.Compare(a.CreatedAt) })
	return usable
}

// candidates are the keys that may be the one that was asked for, the youngest first.
func (g *Guide) candidates(r Replacement) []keys.Key {
	before := make(map[string]bool, len(r.Creating.Before))
	for _, id := range r.Creating.Before {
		before[id] = true
	}
	found := slices.DeleteFunc(g.Usable(r.Old), func(k keys.Key) bool { return before[k.ID] })
	return found
}

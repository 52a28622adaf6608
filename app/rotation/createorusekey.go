package rotation

import (
	"context"
	"errors"
	"slices"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// Create creates the new key. If it is not certain which key that is, because several are new or the server did not confirm
// the request, the replacement has candidates. Then Create creates another key only if again is set. Its errors are those
// of Look, a *NotNowError, and those of Keys.Create.
func (g *Guide) Create(ctx context.Context, old string, again bool) error {
	recent := *g
	recent.recent = true // Keys.Create tells the new key from others that were created since
	s, err := recent.Look(ctx, old)
	if err != nil {
		return err
	}
	if again && !s.May(ActCreateAgain) || !again && !s.May(ActCreate) {
		return &NotNowError{State: s}
	}
	before := s.Creating
	s, err = g.update(ctx, s.Replacement, func(r *Replacement) {
		if r.Creating == nil {
			r.Creating = &Creating{Before: g.listed()}
		}
	})
	if err != nil {
		return err
	}
	made, failed := g.Keys.Create(ctx)
	err = g.noteOutcome(ctx, s.Replacement, failed, func(r *Replacement) { outcomeOfCreate(r, before != nil, made, failed) })
	return errors.Join(failed, err)
}

// listed returns the IDs of all keys.
func (g *Guide) listed() []string {
	all := g.Keys.All()
	ids := make([]string, len(all))
	for i, k := range all {
		ids[i] = k.ID
	}
	return ids
}

// Use makes an existing key the new one. It returns ErrOpen if that key is part of a replacement.
func (g *Guide) Use(ctx context.Context, old, id string) error {
	s, err := g.Look(ctx, old)
	if err != nil {
		return err
	}
	if k, _ := g.Keys.Find(id); !s.May(ActUse) || k.State != client.StateEnabled || id == old {
		return &NotNowError{State: s}
	}
	made := slices.ContainsFunc(s.Candidates, func(k keys.Key) bool { return k.ID == id })
	_, err = g.update(ctx, s.Replacement, func(r *Replacement) {
		r.setNew(id)
		r.Skips.Create = !made
	})
	return err
}

// Usable returns the keys that may replace the key old, the newest first: those that are enabled and not part of a
// replacement.
func (g *Guide) Usable(old string) []keys.Key {
	var usable []keys.Key
	for _, k := range g.Keys.All() {
		if k.State != client.StateEnabled || k.ID == old {
			continue
		}
		if _, open := g.stored(k.ID); !open {
			usable = append(usable, k)
		}
	}
	slices.SortStableFunc(usable, func(a, b keys.Key) int { return b.CreatedAt.Compare(a.CreatedAt) })
	return usable
}

// candidates returns the keys that may have come of r.Creating, the newest first.
func (g *Guide) candidates(r Replacement) []keys.Key {
	before := make(map[string]bool, len(r.Creating.Before))
	for _, id := range r.Creating.Before {
		before[id] = true
	}
	return slices.DeleteFunc(g.Usable(r.Old), func(k keys.Key) bool { return before[k.ID] })
}

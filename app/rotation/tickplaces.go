package rotation

import (
	"context"
	"slices"
	"time"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// Tick notes whether the new key is in a place.
func (g *Guide) Tick(ctx context.Context, old, place string, on bool) error {
	r, ok := g.File.Of(keys.RefOf(g.Keys, old))
	if !ok {
		return ErrElsewhere
	}
	_, err := g.note(ctx, r, func(r *Replacement) { r.tick(place, on) })
	return err
}

// Placed goes on to the check.
func (g *Guide) Placed(ctx context.Context, old string) error {
	return g.locally(ctx, old, ActPlaced, (*Replacement).advance)
}

// BackToPlace goes back to where the new key is put in place.
func (g *Guide) BackToPlace(ctx context.Context, old string) error {
	return g.locally(ctx, old, ActBackToPlace, func(r *Replacement) {
		if r.Order == OrderSafe || !r.DisabledAt.IsZero() && g.enabled(r.Old) {
			r.backToPlace()
			return
		}
		r.Step, r.CheckedAt = StepPlace, time.Time{}
	})
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

// backToPlace has the new key be put in place again. The old key is enabled, so that the order is the safe one from now
// on, even if it leaked.
func (r *Replacement) backToPlace() {
	r.Order, r.Step = OrderSafe, StepPlace
	if r.New == "" {
		r.Step = StepCreate
	}
	r.DisabledAt, r.CheckedAt = time.Time{}, time.Time{}
}

func (g *Guide) enabled(id string) bool {
	k, _ := g.Keys.Find(id)
	return k.State == client.StateEnabled
}

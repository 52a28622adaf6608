package rotation

import (
	"context"
	"slices"
	"time"

	"accesskeys/client"
)

// Tick records whether the new key is in use at a place.
func (g *Guide) Tick(ctx context.Context, old, place string, on bool) error {
	r, ok := g.stored(old)
	if !ok {
		return ErrElsewhere
	}
	_, err := g.update(ctx, r, func(r *Replacement) { r.tick(place, on) })
	return err
}

// Placed goes on from StepPlace to the next step.
func (g *Guide) Placed(ctx context.Context, old string) error {
	return g.updateIf(ctx, old, ActPlaced, (*Replacement).advance)
}

// BackToPlace goes back to StepPlace.
func (g *Guide) BackToPlace(ctx context.Context, old string) error {
	return g.updateIf(ctx, old, ActBackToPlace, func(r *Replacement) {
		k, _ := g.Keys.Find(r.Old)
		if r.Order == OrderSafe || !r.DisabledAt.IsZero() && k.State == client.StateEnabled {
			r.backToPlace()
			return
		}
		r.Step, r.CheckedAt = StepPlace, time.Time{}
	})
}

// IsTicked reports whether a place is ticked.
func (r *Replacement) IsTicked(place string) bool { return slices.Contains(r.Ticked, place) }

// tick ticks a place, or removes the tick.
func (r *Replacement) tick(place string, on bool) {
	r.Ticked = slices.DeleteFunc(slices.Clone(r.Ticked), func(p string) bool { return p == place })
	if on {
		r.Ticked = append(r.Ticked, place)
	}
}

// backToPlace goes back to StepPlace, or to StepCreate if there is no new key. The old key is enabled, so the order is the
// safe one from now on, even if the key leaked.
func (r *Replacement) backToPlace() {
	r.Order, r.Step = OrderSafe, StepPlace
	if r.New == "" {
		r.Step = StepCreate
	}
	r.DisabledAt, r.CheckedAt = time.Time{}, time.Time{}
}

package rotation

import (
	"context"
	"time"

	"accesskeys/app/keys"
)

// Undo enables the old key again, unless it was changed since it was disabled. The next step is then StepDisable.
func (g *Guide) Undo(ctx context.Context, left *keys.Left) error {
	old := left.Keys[0]
	do := func(w *keys.Work, ctx context.Context, _ keys.Key) error { return w.DoUntouched(ctx, left, old) }
	return g.change(ctx, old.ID, ActUndo, do)
}

// backToDisable goes back to disabling the old key, because that was undone. If there may be a new key by then, no second
// one is created.
func (r *Replacement) backToDisable() {
	r.Step, r.DisabledAt = StepDisable, time.Time{}
	if r.Order.leaked() {
		r.CheckedAt = time.Time{}
	}
	if r.Order == OrderDisableFirst && (r.New != "" || r.Creating != nil) {
		r.Order = OrderDisableSecond
	}
	if r.Order == OrderDisableSecond && r.New == "" {
		r.Step = StepCreate
	}
}

package history

import (
	"context"
	"slices"
)

// Fill adds events of before, such as examples for a trial. What is too old or yet to come is left out.
func (r *Recorder) Fill(ctx context.Context, events []Event) error {
	now := r.o.Now()
	events = slices.DeleteFunc(events, func(e Event) bool { return old(e, now) || e.At.After(now) })
	slices.SortStableFunc(events, func(a, b Event) int { return a.At.Compare(b.At) })
	for i := range events {
		events[i].Version = r.o.Version
		r.facts.learn(events[i])
	}
	_, err := r.keeper.add(ctx, events)
	return err
}

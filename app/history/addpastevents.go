package history

import (
	"context"
	"slices"
)

// Fill adds events of the past, such as those of a demo. It leaves out events that are too old or in the future.
func (r *Recorder) Fill(ctx context.Context, events []Event) error {
	now := r.o.Now()
	events = slices.DeleteFunc(events, func(e Event) bool { return old(e, now) || e.At.After(now) })
	slices.SortStableFunc(events, func(a, b Event) int { return a.At.Compare(b.At) })
	for i := range events {
		events[i].Version = r.o.Version
		r.facts.learn(events[i])
	}
	_, err := r.storage.add(ctx, events)
	return err
}

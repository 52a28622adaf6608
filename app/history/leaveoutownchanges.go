package history

import (
	"context"
	"time"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// withoutOwnChanges returns the queue without the Elsewhere events that the history explains: the change was made on this
// computer, by another process or before the list was stored that did not have it yet.
func (r *Recorder) withoutOwnChanges(ctx context.Context, queue []queued) []queued {
	known := map[keys.Ref]client.State{}
	if since, ok := oldestKnown(queue); ok {
		known = r.statesSince(ctx, since.Add(-time.Second))
	}
	rest := make([]queued, 0, len(queue))
	for _, w := range queue {
		state := stateAfter(w.Event)
		if w.Action == Elsewhere && known[withoutUser(w.Ref())] == state {
			continue
		}
		if state != "" {
			known[withoutUser(w.Ref())] = state
		}
		rest = append(rest, w)
	}
	return rest
}

// oldestKnown returns the time since when events of the history can explain the Elsewhere events of a queue. It returns
// false if there are no such events.
func oldestKnown(queue []queued) (since time.Time, ok bool) {
	for _, w := range queue {
		if w.Action == Elsewhere && (!ok || w.known.Before(since)) {
			since, ok = w.known, true
		}
	}
	return since, ok
}

// statesSince returns the last state of each key according to the events since a time.
func (r *Recorder) statesSince(ctx context.Context, since time.Time) map[keys.Ref]client.State {
	states := map[keys.Ref]client.State{}
	_, err := r.storage.backwards(ctx, Mark{}, func(events []Event) bool {
		for _, e := range events {
			if e.At.Before(since) {
				return false
			}
			state := stateAfter(e)
			if _, later := states[withoutUser(e.Ref())]; !later && state != "" {
				states[withoutUser(e.Ref())] = state
			}
		}
		return true
	})
	if err != nil {
		r.o.Logger.Debug("reading the history", "error", err)
	}
	return states
}

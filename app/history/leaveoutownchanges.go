package history

import (
	"context"
	"time"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// news returns the events without those changes elsewhere that were done here: by another process, or before the list
// was kept that did not know of them.
func (r *Recorder) news(ctx context.Context, queue []waiting) []waiting {
	known := map[keys.Ref]client.State{}
	if since, ok := oldest(queue); ok {
		known = r.statesSince(ctx, since.Add(-time.Second))
	}
	news := make([]waiting, 0, len(queue))
	for _, w := range queue {
		state := stateAfter(w.Event)
		if w.Action == Elsewhere && known[place(w.Ref())] == state {
			continue
		}
		if state != "" {
			known[place(w.Ref())] = state
		}
		news = append(news, w)
	}
	return news
}

// oldest is since when something may explain the changes elsewhere of a queue, if it has any.
func oldest(queue []waiting) (since time.Time, ok bool) {
	for _, w := range queue {
		if w.Action == Elsewhere && (!ok || w.known.Before(since)) {
			since, ok = w.known, true
		}
	}
	return since, ok
}

// statesSince is the last state of each key that the history tells of since a time.
func (r *Recorder) statesSince(ctx context.Context, since time.Time) map[keys.Ref]client.State {
	states := map[keys.Ref]client.State{}
	_, err := r.keeper.backwards(ctx, Mark{}, func(events []Event) bool {
		for _, e := range events {
			if e.At.Before(since) {
				return false
			}
			state := stateAfter(e)
			if _, later := states[place(e.Ref())]; !later && state != "" {
				states[place(e.Ref())] = state
			}
		}
		return true
	})
	if err != nil {
		r.o.Logger.Debug("reading the history", "error", err)
	}
	return states
}

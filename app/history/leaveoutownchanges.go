package history

import (
	"context"
	"time"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// lastState is the state that a key was last changed to, according to the history.
type lastState struct {
	state client.State
	at    time.Time
}

// news returns the events without those changes elsewhere that were in fact done here: by another process, or after the
// list on disk was read that the session began with.
func (r *Recorder) news(ctx context.Context, queue []waiting) []waiting {
	last := map[keys.Ref]lastState{}
	if since, ok := oldest(queue); ok {
		last = r.statesSince(ctx, since)
	}
	news := make([]waiting, 0, len(queue))
	for _, w := range queue {
		key, state := place(w.Ref()), stateAfter(w.Event)
		if was := last[key]; w.Action == Elsewhere && was.state == state && !was.at.Before(w.known) {
			continue
		}
		if state != "" {
			last[key] = lastState{state, w.At}
		}
		news = append(news, w)
	}
	return news
}

// oldest returns since when something done here may explain the changes elsewhere in a queue, if it has any.
func oldest(queue []waiting) (since time.Time, ok bool) {
	for _, w := range queue {
		if w.Action == Elsewhere && (!ok || w.known.Before(since)) {
			since, ok = w.known, true
		}
	}
	return since, ok
}

// statesSince returns the last state of each key that was changed since a time, according to the history.
func (r *Recorder) statesSince(ctx context.Context, since time.Time) map[keys.Ref]lastState {
	states := map[keys.Ref]lastState{}
	_, err := r.keeper.backwards(ctx, Mark{}, func(events []Event) bool {
		for _, e := range events {
			if e.At.Before(since) {
				return false
			}
			state := stateAfter(e)
			if _, later := states[place(e.Ref())]; !later && state != "" {
				states[place(e.Ref())] = lastState{state, e.At}
			}
		}
		return true
	})
	if err != nil {
		r.o.Logger.Debug("reading the history", "error", err)
	}
	return states
}

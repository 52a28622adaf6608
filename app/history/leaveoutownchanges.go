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

// withoutOwnChanges returns the queue without the Elsewhere events that were in fact done on this computer: by another
// process, or after the stored list with which the session began was read from the server.
func (r *Recorder) withoutOwnChanges(ctx context.Context, queue []queued) []queued {
	last := map[keys.Ref]lastState{}
	if since, ok := oldestKnown(queue); ok {
		last = r.statesSince(ctx, since)
	}
	rest := make([]queued, 0, len(queue))
	for _, w := range queue {
		key, state := withoutUser(w.Ref()), stateAfter(w.Event)
		if was := last[key]; w.Action == Elsewhere && was.state == state && !was.at.Before(w.known) {
			continue
		}
		if state != "" {
			last[key] = lastState{state, w.At}
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

// statesSince returns the last state of each key that was changed since a time, according to the history.
func (r *Recorder) statesSince(ctx context.Context, since time.Time) map[keys.Ref]lastState {
	states := map[keys.Ref]lastState{}
	_, err := r.storage.backwards(ctx, Mark{}, func(events []Event) bool {
		for _, e := range events {
			if e.At.Before(since) {
				return false
			}
			state := stateAfter(e)
			if _, later := states[withoutUser(e.Ref())]; !later && state != "" {
				states[withoutUser(e.Ref())] = lastState{state, e.At}
			}
		}
		return true
	})
	if err != nil {
		r.o.Logger.Debug("reading the history", "error", err)
	}
	return states
}

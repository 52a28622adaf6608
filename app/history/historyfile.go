package history

import (
	"context"
	"time"

	"accesskeys/app/store"
)

// Mark is how far the history has been read. The zero Mark is its beginning.
type Mark = store.Mark

// keeper keeps events.
type keeper interface {
	// add adds events and returns how many it has added.
	add(ctx context.Context, events []Event) (int, error)
	// backwards calls take with the events since a mark, the newest first, some at a time, until it returns false.
	backwards(ctx context.Context, since Mark, take func([]Event) bool) (Mark, error)
	// prune drops what is older than keptFor, and the oldest of what is too much.
	prune(ctx context.Context, now time.Time) error
	// replace has one event in place of all.
	replace(ctx context.Context, e Event) error
}

// file keeps events in a file, one a line.
type file struct {
	lines store.Lines
	most  int // bytes
	rest  int // of what has become more than that, so that it takes a while until it is again
}

func (f file) add(ctx context.Context, events []Event) (int, error) {
	lines := make([][]byte, len(events))
	for i, e := range events {
		lines[i] = e.line()
	}
	return f.lines.Append(ctx, lines...)
}

func (f file) backwards(ctx context.Context, since Mark, take func([]Event) bool) (Mark, error) {
	known := map[string]string{}
	return f.lines.Backwards(ctx, since, func(lines [][]byte) bool {
		events := make([]Event, 0, len(lines))
		for _, line := range lines {
			if e, ok := eventOf(line); ok {
				events = append(events, shared(e, known))
			}
		}
		return take(events)
	})
}

// shared returns the event with texts that many events have in common kept once.
func shared(e Event, known map[string]string) Event {
	for _, s := range []*string{&e.Base, &e.User, &e.KeyID, &e.Kind, &e.Format, &e.Version, (*string)(&e.Action), (*string)(&e.Outcome), (*string)(&e.State)} {
		same, ok := known[*s]
		if !ok {
			same = *s
			known[same] = same
		}
		*s = same
	}
	return e
}

func (f file) replace(ctx context.Context, e Event) error {
	return f.lines.Rewrite(ctx, func([]byte) []byte { return append(e.line(), '\n') })
}

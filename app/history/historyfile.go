package history

import (
	"context"
	"time"

	"accesskeys/app/store"
)

// Mark tells how far the history has been read. The zero Mark is its beginning.
type Mark = store.Mark

// storage stores events.
type storage interface {
	// add adds events and returns how many it has added.
	add(ctx context.Context, events []Event) (int, error)
	// backwards calls take with batches of the events since a mark, the newest first, until take returns false.
	backwards(ctx context.Context, since Mark, take func([]Event) bool) (Mark, error)
	// prune removes events that are older than keptFor, and the oldest events if there are too many.
	prune(ctx context.Context, now time.Time) error
	// replace replaces all events by one.
	replace(ctx context.Context, e Event) error
}

// file stores events in a file, one per line.
type file struct {
	lines store.Lines
	most  int // the size in bytes above which the file is pruned
	rest  int // the size in bytes that remains then; it is smaller, so that the file is not pruned often
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
				events = append(events, interned(e, known))
			}
		}
		return take(events)
	})
}

// interned returns the event with its texts replaced by equal ones in known, so that events share memory. It adds new
// texts to known.
func interned(e Event, known map[string]string) Event {
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

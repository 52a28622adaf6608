package keys

import (
	"context"
	"time"
)

// Left are keys that were just changed here, by which a later change elsewhere is told.
type Left struct {
	Keys []Key // as they are since

	list *Keys
	turn chan struct{} // has one that reads at a time; guards what follows
	at   map[string]time.Time
}

// NewLeft returns keys of a list that were just changed here, of which is to be read when the server changed them.
func NewLeft(list *Keys, changed []Key) *Left {
	return &Left{Keys: changed, list: list, turn: make(chan struct{}, 1)}
}

// Read returns when the server changed the keys, by ID: of one that could not be read, that is not known. It asks once, for
// one key alone or for the list; another call waits for the first.
func (l *Left) Read(ctx context.Context) map[string]time.Time {
	select {
	case l.turn <- struct{}{}:
		defer func() { <-l.turn }()
	case <-ctx.Done():
		return nil
	}
	if l.at == nil {
		l.at = l.readNow(ctx)
	}
	return l.at
}

func (l *Left) readNow(ctx context.Context) map[string]time.Time {
	at := make(map[string]time.Time, len(l.Keys))
	if len(l.Keys) == 1 {
		id := l.Keys[0].ID
		if key, err := l.list.backend.Read(ctx, id); err == nil {
			at[id] = key.UpdatedAt
		}
		return at
	}
	if l.list.Load(ctx) != nil {
		return at
	}
	for _, each := range l.Keys {
		if key, listed := l.list.Find(each.ID); listed {
			at[each.ID] = key.UpdatedAt
		}
	}
	return at
}

// touched reports whether a key was changed since it was left, as far as that is known.
func touched(left, updatedAt time.Time) bool {
	return !left.IsZero() && !updatedAt.IsZero() && !left.Equal(updatedAt)
}

// DoUntouched is DoAsSeen to one of the keys that were left: it is left alone also where it was changed since and back
// again.
func (w *Work) DoUntouched(ctx context.Context, left *Left, seen Key) error {
	return w.do(ctx, func() (*change, error) {
		at := left.Read(ctx)[seen.ID]
		c, err := w.recheck(ctx, seen)
		if err == nil && touched(at, w.updatedAt) {
			err = &ChangedError{State: seen.State, Again: true}
		}
		return c, err
	})
}

// BatchUntouched is Batch to keys that were left.
func BatchUntouched(ctx context.Context, op Operation, left *Left, tell func(Step)) Batch {
	return (&batchRun{keys: left.list, op: op, leftAt: left.Read(ctx)}).all(ctx, left.Keys, tell)
}

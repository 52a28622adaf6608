package keys

import (
	"context"
	"sync/atomic"
	"time"

	"accesskeys/client"
)

// Left is keys that were just changed here. It is used to notice whether they are changed elsewhere after that.
type Left struct {
	Keys []Key // as they are after the change

	list *Keys
	turn chan struct{} // full while a call reads; guards what follows
	at   map[string]time.Time

	touched atomic.Bool
}

// Touched reports whether an undo of one key has found that it was changed elsewhere since.
func (l *Left) Touched() bool { return l.touched.Load() }

// NewLeft returns a Left of keys of a list that were just changed here.
func NewLeft(list *Keys, changed []Key) *Left {
	return &Left{Keys: changed, list: list, turn: make(chan struct{}, 1)}
}

// Read returns when the server last changed the keys, by ID. Keys that could not be read are left out. It reads the key, or
// the list if there are several, once; another call waits for the first.
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
		id, asked := l.Keys[0].ID, l.list.clock.tick()
		if key, err := l.list.backend.Read(ctx, id); err == nil {
			at[id] = key.UpdatedAt
			date(l.list, key, asked)
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

// date takes over when the server changed a key, which was read at asked on the clock, after it was changed from here.
func date(k *Keys, a client.AccessKey, asked int) {
	k.mu.Lock()
	c, changed := k.list.changes[a.ID]
	dates := changed && c.updated.IsZero() && c.at < asked && c.state == a.State && !a.UpdatedAt.IsZero()
	if dates {
		c.updated = a.UpdatedAt
		k.list.changes[a.ID] = c
	}
	k.mu.Unlock()
	if dates {
		k.Changed.Emit(struct{}{})
	}
}

// touched reports whether a key is known to have been changed since left.
func touched(left, updatedAt time.Time) bool {
	return !left.IsZero() && !updatedAt.IsZero() && !left.Equal(updatedAt)
}

// DoUntouched is DoAsSeen for a key of left. Nothing is done also if the key was changed since and changed back.
func (w *Work) DoUntouched(ctx context.Context, left *Left, seen Key) error {
	w.undoes = true
	return w.do(ctx, func() (*change, error) {
		at := left.Read(ctx)[seen.ID]
		c, err := w.recheck(ctx, seen)
		if err == nil && touched(at, w.updatedAt) {
			left.touched.Store(true)
			err = &ChangedError{State: seen.State, Again: true}
		}
		return c, err
	})
}

// BatchUntouched is Batch for the keys of left. Keys that were changed since are skipped.
func BatchUntouched(ctx context.Context, op Operation, left *Left, tell func(Step)) Batch {
	return (&batchRun{keys: left.list, op: op, leftAt: left.Read(ctx)}).all(ctx, left.Keys, tell)
}

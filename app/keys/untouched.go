package keys

import (
	"context"
	"slices"
	"time"

	"accesskeys/client"
)

// AsLeft returns keys that were just changed here with when the server changed them, by which a later change elsewhere is
// told. Of one that could not be read, that is not known.
func AsLeft(ctx context.Context, k *Keys, changed []Key) []Key {
	now := readNow(ctx, k, changed)
	left := slices.Clone(changed)
	for i := range left {
		left[i].UpdatedAt = now[left[i].ID].UpdatedAt
	}
	return left
}

// readNow returns what the server says of keys, by ID: of one key alone, or by the list.
func readNow(ctx context.Context, k *Keys, which []Key) map[string]client.AccessKey {
	now := make(map[string]client.AccessKey, len(which))
	if len(which) == 1 {
		id := which[0].ID
		if key, err := k.backend.Read(ctx, id); err == nil {
			now[id] = key
		}
		return now
	}
	if k.Load(ctx) != nil {
		return now
	}
	for _, each := range which {
		if key, listed := k.Find(each.ID); listed {
			now[each.ID] = key.AccessKey
		}
	}
	return now
}

// touched reports whether a key was changed since it was left, as far as that is known.
func touched(left Key, updatedAt time.Time) bool {
	return !left.UpdatedAt.IsZero() && !updatedAt.IsZero() && !left.UpdatedAt.Equal(updatedAt)
}

// DoUntouched is DoAsSeen to a key as AsLeft tells of it: it is left alone also where it was changed since and back again.
func (w *Work) DoUntouched(ctx context.Context, left Key) error {
	return w.do(ctx, func() (*change, error) {
		c, err := w.recheck(ctx, left)
		if err == nil && touched(left, w.updatedAt) {
			err = &ChangedError{State: left.State, Again: true}
		}
		return c, err
	})
}

// BatchUntouched is Batch to keys as AsLeft tells of them.
func BatchUntouched(ctx context.Context, k *Keys, op Operation, left []Key, tell func(Step)) Batch {
	return (&batchRun{keys: k, op: op, untouched: true}).all(ctx, left, tell)
}

package keys

import (
	"context"
	"errors"
	"maps"
	"slices"

	"accesskeys/client"
)

const opCreate = "create access key"

// Create creates a key and reads the list. It reads the list before as well, unless that was done recently. It returns the IDs
// of the new keys: one, unless others created keys at the same time or the server lists the key late. Its errors are ErrBusy
// while another Create is under way, ErrPending while the outcome of an earlier one is unknown and no list was read since, a
// *UnacknowledgedError, also if it is not known which key is new, and the client's.
func (k *Keys) Create(ctx context.Context) (newIDs []string, err error) {
	known, recent, err := k.beginCreate()
	if err != nil {
		return nil, err
	}
	aboutToCreate(k, known)
	began, at := k.clock.tick(), k.now()
	var before map[string]bool // nil has the list read
	if recent {
		before = known
	}
	made, err := k.backend.Create(ctx, before)
	readFirst := errors.Is(err, client.ErrWhichIsNew)
	err = orMoved(ctx, k.backend, err)
	list := made.After
	made.NewIDs = slices.DeleteFunc(made.NewIDs, func(id string) bool { return known[id] })
	if own, mismatch := checkOwner(k, list.Keys); list.Keys != nil && !own { // its new keys are another user's
		made, list.Keys = client.Creation{Before: made.Before, Since: made.Since}, nil
		err = &client.Error{Kind: client.KindUnconfirmed, Op: opCreate, Err: errors.Join(err, mismatch)}
	}
	updatePending(k, func() {
		k.creates.end(made, err, known, k.clock.tick())
		k.creates.readFirst = k.creates.readFirst || readFirst
		k.own.creates = nil
	})
	if client.KindOf(err) == client.KindUnconfirmed {
		err = &UnacknowledgedError{Read: made.After.Keys != nil && made.After.Whole(), Err: err}
	}
	reportCreated(k, made.NewIDs, err)
	k.endIfIdle()
	if list.Keys != nil {
		// Another list that is under way may lack the new key, so this one counts as the newest.
		k.apply(list, k.clock.tick(), began, at)
	}
	return made.NewIDs, err
}

// beginCreate marks a creation as under way and returns the IDs of the keys listed before. recent is whether these are all that
// there were a short time ago.
func (k *Keys) beginCreate() (known map[string]bool, recent bool, err error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.retired != nil {
		return nil, false, ErrSignedOut
	}
	known, recent = k.list.ids(), recentlyRead(k)
	if recent {
		maps.Copy(known, k.owner.seen) // a list may still have keys that were deleted since
	}
	return known, recent, k.creates.begin()
}

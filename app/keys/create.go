package keys

import (
	"context"
	"errors"
	"slices"

	"accesskeys/client"
)

const opCreate = "create access key"

// Create makes a key and reads the list. It returns the IDs of the keys that are new: one, unless others
// made keys meanwhile or the server lists them late. Its errors are ErrBusy while another Create is under
// way, ErrPending while it is not known what became of one and no list was read since, a *UnacknowledgedError, and
// the client's.
func (k *Keys) Create(ctx context.Context) (newIDs []string, err error) {
	known, err := k.beginCreate()
	if err != nil {
		return nil, err
	}
	aboutToCreate(k, known)
	began := k.clock.tick()
	made, err := k.backend.Create(ctx)
	err = orMoved(ctx, k.backend, err)
	list := made.After
	made.NewIDs = slices.DeleteFunc(made.NewIDs, func(id string) bool { return known[id] })
	if own, mismatch := ofUser(k, list.Keys); list.Keys != nil && !own { // what is new in it is another user's
		made, list.Keys = client.Creation{Before: made.Before, Since: made.Since}, nil
		err = &client.Error{Kind: client.KindUnconfirmed, Op: opCreate, Err: errors.Join(err, mismatch)}
	}
	note(k, func() {
		k.creates.end(made, err, known, k.clock.tick())
		k.own.creates = nil
	})
	if client.KindOf(err) == client.KindUnconfirmed {
		err = &UnacknowledgedError{Read: made.After.Keys != nil && made.After.Whole(), Err: err}
	}
	tellCreated(k, made.NewIDs, err)
	k.rest()
	if list.Keys != nil {
		// No list that is under way now is sure to have the new key, so this one counts as the youngest.
		k.apply(list, k.clock.tick(), began)
	}
	return made.NewIDs, err
}

// beginCreate returns the keys that are there before.
func (k *Keys) beginCreate() (known map[string]bool, err error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.retired != nil {
		return nil, ErrSignedOut
	}
	return k.list.ids(), k.creates.begin()
}

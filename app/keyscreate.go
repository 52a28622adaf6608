package app

import (
	"context"
	"errors"
	"slices"
	"time"

	"accesskeys/client"
)

const opCreate = "create access key"

// lostCreates is keys that may have been created and are not in the list so far.
type lostCreates struct {
	count  int
	known  map[string]bool // the keys that were listed before, or told of since
	at     int             // on the clock, when the last of them was lost
	read   bool            // a list came since then, so that New may be pressed again
	looked bool            // a whole list since then was told of
	since  time.Time       // keys made before this were there already, as known may not show; zero where it does
}

// Create makes a key and reads the list. It returns the IDs of the keys that are new: one, unless others
// made keys meanwhile or the server lists them late. Its errors are ErrBusy while another Create is under
// way, ErrPending while it is not known what became of one and no list was read since, a *LostError, and
// the client's.
func (k *Keys) Create(ctx context.Context) (newIDs []string, err error) {
	known, err := k.beginCreate()
	if err != nil {
		return nil, err
	}
	began := k.tick()
	made, err := k.backend.Create(ctx)
	err = k.orMoved(ctx, err)
	list := made.After
	made.NewIDs = slices.DeleteFunc(made.NewIDs, func(id string) bool { return known[id] })
	if own, mismatch := k.ofUser(list.Keys); list.Keys != nil && !own { // what is new in it is another user's
		made, list.Keys = client.Creation{Before: made.Before, Since: made.Since}, nil
		err = &client.Error{Kind: client.KindUnconfirmed, Op: opCreate, Err: errors.Join(err, mismatch)}
	}
	k.endCreate(made, err, known)
	k.rest()
	if list.Keys != nil {
		// No list that is under way now is sure to have the new key, so this one counts as the youngest.
		k.apply(list, k.tick(), began)
	}
	if client.KindOf(err) == client.KindUnconfirmed {
		err = &LostError{Read: made.After.Keys != nil && made.After.Whole(), Err: err}
	}
	return made.NewIDs, err
}

// beginCreate returns the keys that are there before.
func (k *Keys) beginCreate() (known map[string]bool, err error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	switch {
	case k.retired != nil:
		return nil, ErrSignedOut
	case k.creating:
		return nil, ErrBusy
	case k.lost != nil && !k.lost.read:
		return nil, ErrPending
	}
	k.creating = true
	known = make(map[string]bool, len(k.list))
	for _, a := range k.list {
		known[a.ID] = true
	}
	return known, nil
}

func (k *Keys) endCreate(made client.Creation, err error, known map[string]bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.creating = false
	switch {
	case client.KindOf(err) == client.KindUnconfirmed, err == nil && len(made.NewIDs) == 0:
		k.awaitKey(made, known)
	case err == nil && k.lost != nil:
		k.lost.count -= len(made.NewIDs) - 1
		for _, id := range made.NewIDs {
			k.lost.known[id] = true
		}
		k.forgetFound()
	}
}

// awaitKey has lists looked through for a key that is not there so far. k.mu is held.
func (k *Keys) awaitKey(made client.Creation, known map[string]bool) {
	if k.lost == nil {
		k.lost = &lostCreates{known: known, since: made.Since}
		for _, a := range made.Before {
			k.lost.known[a.ID] = true
		}
	}
	k.clock++
	k.lost.count++
	k.lost.at, k.lost.read = k.clock, made.After.Keys != nil
	k.lost.looked = k.lost.read && made.After.Whole()
}

// settleCreates looks through a list for keys that were not there before. One that is not whole tells of no
// key that it is missing. k.mu is held.
func (k *Keys) settleCreates(list []client.AccessKey, known int, whole bool) []Settled {
	l := k.lost
	if l == nil || k.creating {
		return nil // Create tells of what is new itself
	}
	var settled []Settled
	for _, a := range list {
		if !l.known[a.ID] && a.State != client.StateDeleted && !a.CreatedAt.Before(l.since) {
			l.known[a.ID] = true
			l.count--
			settled = append(settled, Settled{ID: a.ID, Op: OpCreate, Result: ResultDone, State: a.State})
		}
	}
	if whole && len(settled) == 0 && !l.looked && l.at <= known {
		settled = append(settled, Settled{Op: OpCreate, Result: ResultNotDone})
	}
	l.read = l.read || l.at <= known
	l.looked = l.looked || whole && l.at <= known
	k.forgetFound()
	return settled
}

// forgetFound ends the looking once there is nothing left to be found. k.mu is held.
func (k *Keys) forgetFound() {
	if k.lost.count <= 0 {
		k.lost = nil
	}
}

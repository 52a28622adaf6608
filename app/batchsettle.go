package app

import (
	"context"
	"slices"
	"time"

	"accesskeys/client"
)

// lookLimit is the time for reading the list, where it is not known what became of a key.
const lookLimit = 15 * time.Second

// Settle reads the list, and returns the batch with what is known now of the keys of which it was not known what
// became of them. Its error is that of reading the list.
func (k *Keys) Settle(ctx context.Context, b Batch) (Batch, error) {
	b.Outcomes = slices.Clone(b.Outcomes)
	for i, o := range b.Outcomes {
		if o.Result != ResultUnknown {
			continue
		}
		var unread error
		if b.Outcomes[i], unread = k.settled(ctx, b.Op, o); unread != nil {
			return b, unread
		}
	}
	return b, nil
}

// settled is a key's outcome once the list has been read, or the same and why it could not be.
func (k *Keys) settled(ctx context.Context, op Operation, o Outcome) (Outcome, error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), lookLimit)
	defer cancel()
	err := k.Load(ctx)
	switch {
	case client.KindOf(err) == client.KindUnauthorized && o.Result == ResultUnknown && k.lockedOut(op, o.ID):
		return Outcome{ID: o.ID, Result: ResultDone}, nil
	case err != nil:
		return o, err
	}
	key, listed := k.Find(o.ID)
	switch {
	case !listed && op != OpDelete:
		return skipped(o.ID, SkipNotListed), nil
	case !listed || key.State == op.target():
		return Outcome{ID: o.ID, Result: ResultDone}, nil
	case key.State == client.StateDeleted:
		return skipped(o.ID, SkipDeleted), nil
	}
	o.Result = ResultNotDone
	return o, nil
}

// lockedOut takes note that the session's own key is not accepted any more, because of what was done to it.
func (k *Keys) lockedOut(op Operation, id string) bool {
	if !k.locksOut(op, id) {
		return false
	}
	k.mu.Lock()
	k.note(id, change{state: op.target()})
	k.mu.Unlock()
	k.changed()
	return true
}

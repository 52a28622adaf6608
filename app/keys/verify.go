package keys

import (
	"context"
	"errors"
	"fmt"
	"time"

	"accesskeys/client"
	"accesskeys/client/route"
)

// verifyLimit is the time for asking a server what became of a change.
func verifyLimit(n route.Network) time.Duration { return n.Limit() * 3 / 2 }

// ChangedError means that a key is in another state than the user saw, so that nothing was done to it.
type ChangedError struct {
	State client.State // what it is now; StateDeleted also when it is no longer there
	Again bool         // it is in that state again, after it was changed elsewhere
	Err   error        // the server's refusal, nil where it was not asked
}

// Error implements error, for logs, which do not hold what a server calls its states.
func (e *ChangedError) Error() string { return "the key is in another state by now" }

// Unwrap returns the server's refusal.
func (e *ChangedError) Unwrap() error { return e.Err }

// UncheckedError means that a key could not be read before a change, so that nothing
// was.
type UncheckedError struct {
	Err error // why not
}

// Error implements error, for logs.
func (e *UncheckedError) Error() string { return fmt.Sprintf("not checked, so not done: %v", e.Err) }

// Unwrap returns why the key could not be read.
func (e *UncheckedError) Unwrap() error { return e.Err }

// recheck reads the key, which must be as the user saw it.
func (w *Work) recheck(ctx context.Context, seen Key) (*change, error) {
	c, err := w.read(ctx)
	switch {
	case err != nil:
		return nil, &UncheckedError{Err: err}
	case c.state != seen.State:
		return &c, &ChangedError{State: c.state}
	}
	return nil, nil
}

// refused reads the key after the server refused to change it, which may be because it has changed elsewhere.
func (w *Work) refused(ctx context.Context, refusal error) (*change, error) {
	c, err := w.read(ctx)
	known, listed := w.keys.Find(w.id)
	var moved *APIMovedError
	switch {
	case errors.As(err, &moved):
		return nil, err
	case err == nil && c.gone && w.op == OpDelete:
		return &c, nil
	case err != nil || !listed || known.State == c.state:
		return nil, refusal
	}
	return &c, &ChangedError{State: c.state, Err: refusal}
}

// verify reads the key after the answer to a change was lost.
func (w *Work) verify(ctx context.Context, how error) (*change, error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), verifyLimit(w.keys.backend.Network()))
	defer cancel()
	c, err := w.read(ctx)
	switch {
	case client.KindOf(err) == client.KindUnauthorized && locksOut(w.op, w.id, w.keys.backend.KeyID()):
		return &change{state: w.op.target()}, nil // nobody is let in with that key any more
	case err != nil:
		return nil, &UnacknowledgedError{Err: how, unread: err}
	case c.state == w.op.target():
		return &c, nil
	}
	return &c, &UnacknowledgedError{Read: true, State: c.state, Err: how}
}

// read asks for the key's state. A 404 may be a proxy's, so that only the list tells that a key is gone, if it
// is the same user's.
func (w *Work) read(ctx context.Context) (change, error) {
	k, id := w.keys, w.id
	key, err := k.backend.Read(ctx, id)
	if client.KindOf(err) == client.KindNotFound {
		list, unlisted := listFrom(ctx, k.backend)
		own := false
		if unlisted == nil {
			own, unlisted = ofUser(k, list.Keys)
		}
		if unlisted != nil {
			return change{}, unlisted
		}
		if key = found(list.Keys, id); key.ID != "" || list.Whole() && own {
			err = nil
		}
	}
	if err != nil && client.KindOf(err) != client.KindNotFound {
		err = orMoved(ctx, k.backend, err)
	}
	if err != nil {
		return change{}, err
	}
	w.updatedAt = key.UpdatedAt
	return change{state: key.State, gone: key.ID == ""}, nil
}

// found returns a key of a list. One that is not in it is deleted, and has no ID.
func found(list []client.AccessKey, id string) client.AccessKey {
	for _, a := range list {
		if a.ID == id {
			return a
		}
	}
	return client.AccessKey{State: client.StateDeleted}
}

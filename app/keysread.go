package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"accesskeys/client"
)

// lookLimit is the time for asking a server what became of a change.
func lookLimit(n client.Network) time.Duration { return n.Limit() * 3 / 2 }

// ChangedError means that a key is in another state than the person saw, so that nothing was done to it.
type ChangedError struct {
	State client.State // what it is now; StateDeleted also when it is no longer there
	Err   error        // the server's refusal, nil where it was not asked
}

// Error implements error, for logs, which do not hold what a server calls its states.
func (e *ChangedError) Error() string { return "the key is in another state by now" }

// Unwrap returns the server's refusal.
func (e *ChangedError) Unwrap() error { return e.Err }

// UncheckedError means that a key could not be read before something was to be done to it, so that nothing
// was.
type UncheckedError struct {
	Err error // why not
}

// Error implements error, for logs.
func (e *UncheckedError) Error() string { return fmt.Sprintf("not checked, so not done: %v", e.Err) }

// Unwrap returns why the key could not be read.
func (e *UncheckedError) Unwrap() error { return e.Err }

// recheck reads a key that is to be as it was seen.
func (k *Keys) recheck(ctx context.Context, seen Key) (*change, error) {
	c, err := k.read(ctx, seen.ID)
	switch {
	case err != nil:
		return nil, &UncheckedError{Err: err}
	case c.state != seen.State:
		return &c, &ChangedError{State: c.state}
	}
	return nil, nil
}

// refused reads a key that the server does nothing to, which may be because it has changed elsewhere.
func (k *Keys) refused(ctx context.Context, op Operation, id string, refusal error) (*change, error) {
	c, err := k.read(ctx, id)
	known, listed := k.Find(id)
	var moved *APIMovedError
	switch {
	case errors.As(err, &moved):
		return nil, err
	case err == nil && c.gone && op == OpDelete:
		return &c, nil
	case err != nil || !listed || known.State == c.state:
		return nil, refusal
	}
	return &c, &ChangedError{State: c.state, Err: refusal}
}

// look reads a key after the answer to a change was lost.
func (k *Keys) look(ctx context.Context, op Operation, id string, how error) (*change, error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), lookLimit(k.backend.Network()))
	defer cancel()
	c, err := k.read(ctx, id)
	switch {
	case client.KindOf(err) == client.KindUnauthorized && k.locksOut(op, id):
		return &change{state: op.target()}, nil // nobody is let in with that key any more
	case err != nil:
		return nil, &LostError{Err: how, unread: err}
	case c.state == op.target():
		return &c, nil
	}
	return &c, &LostError{Read: true, State: c.state, Err: how}
}

// read asks for a key's state. A 404 may be a proxy's, so that only the list tells that a key is gone, if it
// is the same user's.
func (k *Keys) read(ctx context.Context, id string) (change, error) {
	key, err := k.backend.Read(ctx, id)
	if client.KindOf(err) == client.KindNotFound {
		list, unlisted := k.readList(ctx)
		if unlisted != nil {
			return change{}, unlisted
		}
		own, _ := k.ofUser(list.Keys)
		if key = found(list.Keys, id); key.ID != "" || list.Whole() && own {
			err = nil
		}
	}
	if err != nil && client.KindOf(err) != client.KindNotFound {
		err = k.orMoved(ctx, err)
	}
	if err != nil {
		return change{}, err
	}
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

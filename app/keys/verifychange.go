package keys

import (
	"context"
	"errors"
	"time"

	"accesskeys/client"
	"accesskeys/client/route"
)

// verifyLimit is the time limit for reading a key after the answer to a change was lost.
func verifyLimit(n route.Network) time.Duration { return n.Limit() * 3 / 2 }

// refused reads the key after the server refused to change it: it may have been changed elsewhere.
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
		return &change{state: w.op.target()}, nil // the server no longer accepts the key
	case err != nil:
		return nil, &UnacknowledgedError{Err: how, unread: err}
	case c.state == w.op.target():
		return &c, nil
	}
	return &c, &UnacknowledgedError{Read: true, State: c.state, Err: how}
}

// read reads the key's state. A 404 may come from a proxy, so the key counts as gone only if a whole list of the same user
// lacks it.
func (w *Work) read(ctx context.Context) (change, error) {
	k, id := w.keys, w.id
	key, err := k.backend.Read(ctx, id)
	if client.KindOf(err) == client.KindNotFound {
		list, unlisted := listFrom(ctx, k.backend)
		own := false
		if unlisted == nil {
			own, unlisted = checkOwner(k, list.Keys)
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
	return change{state: key.State, updated: key.UpdatedAt, gone: key.ID == ""}, nil
}

// found returns the key of a list with the ID. If there is none, it returns a deleted key without an ID.
func found(list []client.AccessKey, id string) client.AccessKey {
	for _, a := range list {
		if a.ID == id {
			return a
		}
	}
	return client.AccessKey{State: client.StateDeleted}
}

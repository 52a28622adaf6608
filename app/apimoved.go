package app

import (
	"context"
	"errors"
	"fmt"

	"accesskeys/client"
)

// APIMovedError means that a server answers as one does that has no API at Base. Signing in finds it where it is now.
type APIMovedError struct {
	Base string
	Err  error // what the server answered
}

// Error implements error, for logs.
func (e *APIMovedError) Error() string { return fmt.Sprintf("no API at %s: %v", e.Base, e.Err) }

// Unwrap returns what the server answered.
func (e *APIMovedError) Unwrap() error { return e.Err }

// readList asks for the list. One of another user is ErrOwnerMismatch.
func (k *Keys) readList(ctx context.Context) (client.Listing, error) {
	list, err := k.backend.List(ctx)
	if e := k.backend.Endpoint(); e.MovedAway(err) {
		err = &APIMovedError{Base: e.Base, Err: err}
	}
	if err == nil {
		_, err = k.ofUser(list.Keys)
	}
	return list, err
}

// orMoved returns the error of another call than a list's, or an *APIMovedError where the list cannot be had either.
func (k *Keys) orMoved(ctx context.Context, err error) error {
	if !k.backend.Endpoint().MovedAway(err) {
		return err
	}
	_, unlisted := k.readList(ctx)
	var moved *APIMovedError
	if errors.As(unlisted, &moved) {
		return moved
	}
	return err
}

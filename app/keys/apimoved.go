package keys

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

// listFrom asks for the list.
func listFrom(ctx context.Context, b Backend) (client.Listing, error) {
	list, err := b.List(ctx)
	if e := b.Endpoint(); e.MovedAway(err) {
		err = &APIMovedError{Base: e.Base, Err: err}
	}
	return list, err
}

// orMoved returns the error of another call than a list's, or an *APIMovedError where the list cannot be read either.
func orMoved(ctx context.Context, b Backend, err error) error {
	if !b.Endpoint().MovedAway(err) {
		return err
	}
	_, unlisted := listFrom(ctx, b)
	var moved *APIMovedError
	if errors.As(unlisted, &moved) {
		return moved
	}
	return err
}

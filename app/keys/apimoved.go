package keys

import (
	"context"
	"errors"
	"fmt"

	"accesskeys/client"
)

// APIMovedError means that the server has no API at Base now. It may have moved: signing in again finds where to.
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

// orMoved returns err, the error of a call other than List. If reading the list shows that the API has moved, it returns
// an *APIMovedError instead.
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

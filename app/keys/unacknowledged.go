package keys

import (
	"context"
	"errors"
	"fmt"

	"accesskeys/client"
)

// UnacknowledgedError means that the server's answer to a change was lost, so that only looking can tell whether it
// was carried out.
type UnacknowledgedError struct {
	Read  bool         // the server was asked again, and did not show it carried out so far
	State client.State // what the key was then; StateDeleted also when it is no longer there. "" for Create
	Err   error        // how the answer was lost

	unread error // why the server could not be asked again
}

// Error implements error, for logs.
func (e *UnacknowledgedError) Error() string {
	if e.Read {
		return fmt.Sprintf("not carried out so far: %v", e.Err)
	}
	return fmt.Sprintf("not known whether carried out: %v", e.Err)
}

// Unwrap returns how the answer was lost.
func (e *UnacknowledgedError) Unwrap() error { return e.Err }

// Uncertain tells whether the server may have done what it was asked to, in spite of the error, and nobody
// knows. What became of it is told by Resolved.
func Uncertain(err error) bool {
	var unacknowledged *UnacknowledgedError
	return errors.As(err, &unacknowledged) && !unacknowledged.Read
}

// unacknowledged tells whether an error leaves open whether the server did what it was asked to.
func unacknowledged(err error) bool {
	var e *client.Error
	if errors.As(err, &e) {
		return e.Unacknowledged
	}
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

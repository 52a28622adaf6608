package keys

import (
	"context"
	"errors"
	"fmt"

	"accesskeys/client"
)

// UnacknowledgedError means that the server's answer to a change was lost, so that only reading the key can tell whether
// the change was carried out.
type UnacknowledgedError struct {
	Read  bool         // the key was read, and the change was not carried out so far
	State client.State // of the key then; StateDeleted also if it is no longer there. "" for Create
	Err   error        // how the answer was lost

	unread error // why the key could not be read
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

// Uncertain reports whether the server may have carried out the change in spite of the error. Keys.Resolved reports the
// outcome later.
func Uncertain(err error) bool {
	var unacknowledged *UnacknowledgedError
	return errors.As(err, &unacknowledged) && !unacknowledged.Read
}

// unacknowledged reports whether the server may have carried out the request that returned err.
func unacknowledged(err error) bool {
	var e *client.Error
	if errors.As(err, &e) {
		return e.Unacknowledged
	}
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

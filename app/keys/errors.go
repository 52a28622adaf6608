package keys

import (
	"context"
	"errors"
	"fmt"

	"accesskeys/client"
)

// Errors of working on a key. Those of the server are the client's.
var (
	// ErrSignedOut means that no session is remembered, or that it has been logged out.
	ErrSignedOut = errors.New("signed out")
	// ErrBusy means that the key, or for Create the list, is being worked on already.
	ErrBusy = errors.New("already being worked on")
	// ErrPending means that it is not known yet what became of the last change of the key, or for Create of
	// the last key: see Resolved.
	ErrPending = errors.New("the outcome of an earlier change is not known yet")
	// ErrNotListed means that the list has no such key any more. It comes inside a *client.Error of
	// KindNotFound.
	ErrNotListed = errors.New("the key is not in the list")
	// ErrUnseen means that a key is not in the list, which is not the whole one, so that it may be there.
	ErrUnseen = errors.New("the key is not in the part of the list that came")
	// ErrUnreadable means that what the server says of a key is not understood, so nothing is done to it.
	ErrUnreadable = errors.New("what the server says of the key is not understood")
	// ErrDeleted means that the key is deleted, so that its secret is nobody's business any more. It
	// comes inside a *client.Error of KindNotFound.
	ErrDeleted = errors.New("the key is deleted")
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

// Rejected reports whether err means that the server does not accept the session's key any more, so that the session
// ends.
func Rejected(err error) bool { return client.KindOf(err) == client.KindUnauthorized }

// SignInHelps reports whether err goes away once the user signs in again, though the session goes on.
func SignInHelps(err error) bool {
	var moved *APIMovedError
	return errors.As(err, &moved) || errors.Is(err, ErrOwnerMismatch)
}

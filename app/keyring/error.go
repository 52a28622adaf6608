package keyring

import (
	"context"
	"errors"

	"accesskeys/app/store"
)

// Kind classifies what is wrong with the keyring.
type Kind string

// The kinds of Error.
const (
	Missing  Kind = "missing"   // there is no keyring: no session bus, no service, or an unsupported system
	Timeout  Kind = "timeout"   // no answer in time, perhaps because the user did not answer a prompt
	Busy     Kind = "busy"      // an earlier call is still unanswered
	Locked   Kind = "locked"    // the keyring is locked, and the user was not asked to unlock it
	Refused  Kind = "refused"   // the user dismissed a prompt, access was denied, or any other failure
	Mismatch Kind = "mismatch"  // a stored entry differs when read back, or a deleted entry is still there
	Lost     Kind = "lost"      // the index of the entries was lost, so that secrets may remain
	TooLarge Kind = "too-large" // the secret is too large for an entry
)

// Error is the type of the keyring's errors, except for a cancelled context: then errors.Is reports that the error is
// context.Canceled.
type Error struct {
	Kind Kind
	Err  error // the underlying error; may be nil; never contains a secret
}

// Error implements error, for logs.
func (e *Error) Error() string {
	if e.Err == nil {
		return "keyring: " + string(e.Kind)
	}
	return "keyring: " + string(e.Kind) + ": " + e.Err.Error()
}

// Unwrap returns the underlying error.
func (e *Error) Unwrap() error { return e.Err }

// KindOf returns the kind of the first *Error in err's tree, or "" if there is none.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return ""
}

// StoredNothing reports whether a Set that failed with err has certainly stored nothing.
func StoredNothing(err error) bool {
	if mayHaveActed(err) || errors.Is(err, ErrPanicked) {
		return false
	}
	switch KindOf(err) {
	case Missing, Busy, TooLarge, Refused:
		return true
	}
	return false
}

// Hopeless reports whether further calls after err would fail too, or would ask the user again after they have dismissed
// a prompt.
func Hopeless(err error) bool {
	switch KindOf(err) {
	case Missing, Busy, Timeout, Refused, Locked:
		return true
	}
	return errors.Is(err, context.Canceled)
}

// MayAnswer reports whether err comes from a keyring that may answer when it is asked again.
func MayAnswer(err error) bool {
	kind := KindOf(err)
	return kind != "" && kind != Missing
}

// classified returns err as an *Error with its kind. It returns err itself if it has a kind already or needs none.
func classified(err error) error {
	var known *Error
	var held *store.Error
	switch {
	case err == nil, errors.As(err, &known), errors.Is(err, ErrNotStored), errors.Is(err, context.Canceled),
		errors.Is(err, errors.ErrUnsupported):
		return err
	case errors.As(err, &held):
		return &Error{Kind: Busy, Err: err}
	case errors.Is(err, context.DeadlineExceeded):
		return &Error{Kind: Timeout, Err: err}
	}
	return &Error{Kind: kindOfSystem(err), Err: err}
}

package keyring

import (
	"context"
	"errors"

	"accesskeys/app/store"
)

// Kind says what is wrong with the keyring.
type Kind string

// The kinds of Error.
const (
	Missing  Kind = "missing"   // no session bus, no service, an unsupported system
	Timeout  Kind = "timeout"   // no answer in time: perhaps a prompt that nobody answered
	Busy     Kind = "busy"      // an earlier call is still unanswered
	Locked   Kind = "locked"    // a probe found it locked; a call would ask the user to unlock it
	Refused  Kind = "refused"   // dismissed, denied, or anything else
	Mismatch Kind = "mismatch"  // read back differs, or still there after being deleted
	Lost     Kind = "lost"      // no longer known what it holds: secrets may remain
	TooLarge Kind = "too-large" // more than an entry holds
)

// Error is how the keyring fails, save for a cancelled context, which arrives as an error that
// errors.Is context.Canceled.
type Error struct {
	Kind Kind
	Err  error // what lies below; may be nil; never holds a secret
}

// Error implements error, for logs.
func (e *Error) Error() string {
	if e.Err == nil {
		return "keyring: " + string(e.Kind)
	}
	return "keyring: " + string(e.Kind) + ": " + e.Err.Error()
}

// Unwrap returns what lies below.
func (e *Error) Unwrap() error { return e.Err }

// KindOf returns the kind of the first *Error in err's tree, "" when there is none.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return ""
}

// StoredNothing reports whether a Set that failed with err cannot have left anything in the keyring.
func StoredNothing(err error) bool {
	if brokeOff(err) || errors.Is(err, ErrPanicked) {
		return false
	}
	switch KindOf(err) {
	case Missing, Busy, TooLarge, Refused:
		return true
	}
	return false
}

// Hopeless reports whether the next call would fail as the one with err did, or ask a user again who has dismissed a
// prompt.
func Hopeless(err error) bool {
	switch KindOf(err) {
	case Missing, Busy, Timeout, Refused, Locked:
		return true
	}
	return errors.Is(err, context.Canceled)
}

// MayAnswer reports whether the keyring failed so that asking it again may help: not where there is none.
func MayAnswer(err error) bool {
	kind := KindOf(err)
	return kind != "" && kind != Missing
}

// classified gives err its kind, where it has none yet.
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

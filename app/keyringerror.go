package app

import (
	"context"
	"errors"
)

// KeyringKind says what is wrong with the keyring.
type KeyringKind string

// The kinds of KeyringError.
const (
	KeyringMissing  KeyringKind = "missing"   // no session bus, no service, an unsupported system
	KeyringTimeout  KeyringKind = "timeout"   // no answer in time: perhaps a prompt that nobody answered
	KeyringBusy     KeyringKind = "busy"      // an earlier call is still unanswered
	KeyringLocked   KeyringKind = "locked"    // a probe found it locked; a call would ask the person to unlock it
	KeyringRefused  KeyringKind = "refused"   // dismissed, denied, or anything else
	KeyringMismatch KeyringKind = "mismatch"  // read back differs, or still there after being deleted
	KeyringLost     KeyringKind = "lost"      // no longer known what it holds: secrets may remain
	KeyringTooLarge KeyringKind = "too-large" // more than an entry holds
)

// KeyringError is how the keyring fails, save for a cancelled context, which arrives as an error that
// errors.Is context.Canceled.
type KeyringError struct {
	Kind KeyringKind
	Err  error // what lies below; may be nil; never holds a secret
}

// Error implements error, for logs.
func (e *KeyringError) Error() string {
	if e.Err == nil {
		return "keyring: " + string(e.Kind)
	}
	return "keyring: " + string(e.Kind) + ": " + e.Err.Error()
}

// Unwrap returns what lies below.
func (e *KeyringError) Unwrap() error { return e.Err }

// KindOfKeyring returns the kind of the first *KeyringError in err's tree, "" when there is none.
func KindOfKeyring(err error) KeyringKind {
	var e *KeyringError
	if errors.As(err, &e) {
		return e.Kind
	}
	return ""
}

// StoredNothing reports whether a Set that failed with err cannot have left anything in the keyring.
func StoredNothing(err error) bool {
	if brokeOff(err) || errors.Is(err, errPanicked) {
		return false
	}
	switch KindOfKeyring(err) {
	case KeyringMissing, KeyringBusy, KeyringTooLarge, KeyringRefused:
		return true
	}
	return false
}

// Hopeless reports whether the next call would fail as the one with err did, or ask a user again who has dismissed a
// prompt.
func Hopeless(err error) bool {
	switch KindOfKeyring(err) {
	case KeyringMissing, KeyringBusy, KeyringTimeout, KeyringRefused, KeyringLocked:
		return true
	}
	return errors.Is(err, context.Canceled)
}

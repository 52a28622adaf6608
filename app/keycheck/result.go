package keycheck

import (
	"errors"
	"fmt"
	"time"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// Kind is what a check found out. The values are stable names.
type Kind string

// The kinds.
const (
	Accepted         Kind = "accepted"          // and the key is enabled
	AcceptedInactive Kind = "accepted-inactive" // although the key is not enabled: see State
	Refused          Kind = "refused"           // although the key is enabled, as far as is known; Err is the refusal
	RefusedInactive  Kind = "refused-inactive"  // as a key that is not enabled should be: see State
	ClockDiffers     Kind = "clock"             // refused, but for the time of the signature; Err says how far it is off
	Unanswered       Kind = "unanswered"        // the API said nothing of the key; Err is why
	NoSecret         Kind = "no-secret"         // there is no secret to sign with; Err is why
)

// Answered reports whether the server said of a key whether it accepts it.
func (k Kind) Answered() bool {
	switch k {
	case Accepted, AcceptedInactive, Refused, RefusedInactive:
		return true
	}
	return false
}

// Result is what came of a check.
type Result struct {
	KeyID string
	Kind  Kind
	State client.State // of the key then, as the server said or, where it did not, as it was listed
	At    time.Time    // the end of the check
	Err   error
}

// SecretError means that the secret of a key could not be had, so that nothing was signed with it.
type SecretError struct{ Err error }

// Error implements error, for logs.
func (e *SecretError) Error() string { return fmt.Sprintf("secret not fetched: %v", e.Err) }

// Unwrap returns why.
func (e *SecretError) Unwrap() error { return e.Err }

// ErrOtherUser means that the server answered with a key of that ID which is another user's.
var ErrOtherUser = errors.New("the answer is about another user's key")

// withoutSecret is what the lack of a secret means.
func withoutSecret(state client.State, err error) Result {
	kind := Unanswered
	switch {
	case client.KindOf(err) == client.KindMasked, errors.Is(err, keys.ErrDeleted), errors.Is(err, keys.ErrNotListed):
		kind = NoSecret
	}
	return Result{Kind: kind, State: state, Err: &SecretError{Err: err}}
}

// accepted is what an answer about the key means. A server that still accepts a disabled key may also still say that it
// is enabled.
func accepted(answered, now client.State) Result {
	for _, state := range []client.State{now, answered} {
		if state != client.StateEnabled {
			return Result{Kind: AcceptedInactive, State: state}
		}
	}
	return Result{Kind: Accepted, State: now}
}

func refused(now client.State, err error) Result {
	if now == client.StateEnabled {
		return Result{Kind: Refused, State: now, Err: err}
	}
	return Result{Kind: RefusedInactive, State: now, Err: err}
}

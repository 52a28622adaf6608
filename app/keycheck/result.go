package keycheck

import (
	"errors"
	"fmt"
	"time"

	"accesskeys/client"
)

// Kind is what a check found out. The values are stable names.
type Kind string

// The kinds.
const (
	Accepted         Kind = "accepted"          // the server accepts the key, which is enabled
	AcceptedInactive Kind = "accepted-inactive" // the server accepts the key although it is not enabled: see State
	Refused          Kind = "refused"           // the server refuses the key although it seems to be enabled; Err is the refusal
	RefusedInactive  Kind = "refused-inactive"  // the server refuses the key, which is not enabled: see State
	ClockDiffers     Kind = "clock"             // the server refuses the time of the signature; Err says how far it is off
	Unanswered       Kind = "unanswered"        // the server's answer says nothing about the key; Err is why
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

// Result is the result of a check.
type Result struct {
	KeyID string
	Kind  Kind
	State client.State // the key's state at the time: the server's answer, or else the state in the list
	At    time.Time    // when the check ended
	Err   error
}

// SecretError means that the secret of a key could not be fetched, so that nothing was signed with it.
type SecretError struct{ Err error }

// Error implements error, for logs.
func (e *SecretError) Error() string { return fmt.Sprintf("secret not fetched: %v", e.Err) }

// Unwrap returns why the secret was not fetched.
func (e *SecretError) Unwrap() error { return e.Err }

// ErrOtherUser means that the server answered with a key of that ID which is another user's.
var ErrOtherUser = errors.New("the answer is about another user's key")

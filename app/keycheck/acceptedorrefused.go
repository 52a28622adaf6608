package keycheck

import (
	"errors"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// withoutSecret returns the result of a check without a secret.
func withoutSecret(state client.State, err error) Result {
	kind := Unanswered
	if client.KindOf(err) == client.KindMasked || errors.Is(err, keys.ErrDeleted) || errors.Is(err, keys.ErrNotListed) {
		kind = NoSecret
	}
	return Result{Kind: kind, State: state, Err: &SecretError{Err: err}}
}

// accepted returns the result of a check that the server answered with the key. answered is the state in that answer, and
// now the state that the session's key reads afterwards. A server that still accepts a disabled key may also still say
// that it is enabled.
func accepted(answered, now client.State) Result {
	for _, state := range []client.State{now, answered} {
		if state != client.StateEnabled {
			return Result{Kind: AcceptedInactive, State: state}
		}
	}
	return Result{Kind: Accepted, State: now}
}

// refused returns the result of a check that the server refused.
func refused(now client.State, err error) Result {
	if now == client.StateEnabled {
		return Result{Kind: Refused, State: now, Err: err}
	}
	return Result{Kind: RefusedInactive, State: now, Err: err}
}

package history

import (
	"context"
	"errors"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/client"
)

// Ending returns the event with the outcome and kind of an action that ended with err.
func (e Event) Ending(err error) Event {
	switch {
	case err == nil:
		e.Outcome = Done
	case keys.Uncertain(err):
		e.Outcome = Pending
	default:
		e.Outcome, e.Kind = Failed, kindOf(err)
		var unacknowledged *keys.UnacknowledgedError
		if errors.As(err, &unacknowledged) {
			e.State = unacknowledged.State
		}
	}
	return e
}

func kindOf(err error) string {
	var unacknowledged *keys.UnacknowledgedError
	var changed *keys.ChangedError
	switch {
	case errors.As(err, &unacknowledged):
		return Unconfirmed
	case errors.As(err, &changed):
		return Changed
	case errors.Is(err, keys.ErrNotKept), errors.Is(err, keyring.ErrNotStored):
		return NotKept
	case keyring.KindOf(err) != "":
		return Keyring
	case errors.Is(err, context.Canceled):
		return Cancelled
	case errors.Is(err, context.DeadlineExceeded):
		return string(client.KindTimeout)
	}
	if kind := client.KindOf(err); kind != "" {
		return string(kind)
	}
	return Other
}

package keys

import (
	"context"
	"errors"

	"accesskeys/client"
)

// Offline tells whether an error means that the server cannot be worked with for now, whatever it is asked for: it
// cannot be reached, or what answers does not make sense. What it says of a key, or of who asks, does make sense.
func Offline(err error) bool {
	switch client.KindOf(err) {
	case "":
		return errors.Is(err, context.DeadlineExceeded)
	case client.KindUnauthorized, client.KindForbidden, client.KindNotFound, client.KindRefused, client.KindEdition,
		client.KindVersion, client.KindAddress, client.KindKeyID, client.KindMasked, client.KindUnconfirmed,
		client.KindLocked:
		return false
	}
	return true
}

// noAttempt tells whether an error says nothing of the server, because it was not asked to the end.
func noAttempt(err error) bool {
	return client.KindOf(err) == client.KindLocked || errors.Is(err, context.Canceled)
}

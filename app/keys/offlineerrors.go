package keys

import (
	"context"
	"errors"

	"accesskeys/client"
)

// Offline reports whether an error means that no request would succeed for now: the server cannot be reached, or its
// answers make no sense. An answer about a key, or about who is asking, does make sense.
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

// noAttempt reports whether an error says nothing about the server, because the request was not made or was cancelled.
func noAttempt(err error) bool {
	return client.KindOf(err) == client.KindLocked || errors.Is(err, context.Canceled)
}

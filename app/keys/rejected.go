package keys

import (
	"errors"

	"accesskeys/client"
)

// Rejected reports whether err means that the server no longer accepts the session's key, so that the session ends.
func Rejected(err error) bool { return client.KindOf(err) == client.KindUnauthorized }

// SignInHelps reports whether signing in again would resolve err. Until then the session goes on.
func SignInHelps(err error) bool {
	var moved *APIMovedError
	return errors.As(err, &moved) || errors.Is(err, ErrOwnerMismatch)
}

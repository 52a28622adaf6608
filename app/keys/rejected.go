package keys

import (
	"errors"

	"accesskeys/client"
)

// Rejected reports whether err means that the server does not accept the session's key any more, so that the session
// ends.
func Rejected(err error) bool { return client.KindOf(err) == client.KindUnauthorized }

// SignInHelps reports whether err goes away once the user signs in again, though the session goes on.
func SignInHelps(err error) bool {
	var moved *APIMovedError
	return errors.As(err, &moved) || errors.Is(err, ErrOwnerMismatch)
}

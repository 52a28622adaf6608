package lockpage

import (
	"context"
	"errors"

	"accesskeys/app"
	"accesskeys/app/session"
	"accesskeys/client"
)

// ErrNewPIN means that another process has set a PIN since the window was locked without one.
var ErrNewPIN = errors.New("a PIN has been set meanwhile")

// Unlock unlocks a session with what was typed on a page of a kind. demo is the secret of the demo, which no keyring has; it
// is zero otherwise. Unlock returns ErrNewPIN, or the errors of the PIN, of Unlock and of UnlockWith.
func Unlock(ctx context.Context, a *app.App, s *session.Session, kind UnlockKind, typed, demo client.Secret) error {
	if kind == UnlockPlain && a.PIN.IsSetOnDisk() {
		return ErrNewPIN
	}
	if kind == UnlockPIN {
		if err := a.PIN.Check(typed); err != nil {
			return err
		}
	}
	switch {
	case !demo.IsZero():
		return a.Sessions.UnlockWith(ctx, s, demo)
	case kind == UnlockSecret:
		ctx, cancel := context.WithTimeout(ctx, s.Network().WaitLimit())
		defer cancel()
		return a.Sessions.UnlockWith(ctx, s, typed)
	}
	return a.Sessions.Unlock(ctx, s)
}

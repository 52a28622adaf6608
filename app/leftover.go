package app

import (
	"context"
	"slices"
	"time"
)

// leftoverPatience is how long a sign-in is held up for what earlier ones left.
const leftoverPatience = 2 * time.Second

// Leftover is what the keyring would not delete when it was to be forgotten. It is tried again at the next
// sign-in. There is no secret in it.
type Leftover struct {
	Base  string `json:"base"`
	KeyID string `json:"keyId,omitempty"` // of a sign-in; "" means the secrets that the index lists for Base
}

// signInLeft is the leftover that a saved session's entry would be.
func signInLeft(saved SavedSession) Leftover {
	return Leftover{Base: saved.home(), KeyID: saved.KeyID}
}

// inUse reports whether what the settings name now is stored there.
func (l Leftover) inUse(s *Settings) bool { return s.Session != nil && signInLeft(*s.Session) == l }

// note writes down what is still to be deleted, or with left false that it no longer is.
func (a *App) note(l Leftover, left bool) {
	if a.ephemeral {
		return // it sweeps
	}
	err := a.settings.update(func(s *Settings) {
		s.Forget = slices.DeleteFunc(s.Forget, func(o Leftover) bool { return o == l })
		if left && !l.inUse(s) {
			s.Forget = append(s.Forget, l)
		}
	})
	if err != nil {
		a.log.Warn("settings could not be written", "error", err)
	}
}

// forgetLeftovers tries again to delete what is still to be, unless the keyring would ask the person to
// unlock it. What fails is kept for the next time.
func (a *App) forgetLeftovers(ctx context.Context) {
	settings := a.settings.get()
	if len(settings.Forget) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, leftoverPatience)
	defer cancel()
	err := a.store.Probe(ctx)
	for _, l := range settings.Forget {
		if hopeless(err) {
			break
		}
		if err = a.forgetLeftover(ctx, &settings, l); err == nil {
			a.note(l, false)
		}
	}
	if err != nil {
		a.log.Warn("what was to be forgotten may still be in the keyring", "error", err)
	}
}

func (a *App) forgetLeftover(ctx context.Context, s *Settings, l Leftover) error {
	switch {
	case l.inUse(s):
		return nil
	case l.KeyID == "":
		return (&vault{store: a.store, index: a.index, base: l.Base}).clear(ctx)
	}
	return a.store.Delete(ctx, signInService, account(l.Base, l.KeyID))
}

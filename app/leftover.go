package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"
)

// leftoverPatience is how long a sign-in is held up for what earlier ones left.
const leftoverPatience = 2 * time.Second

// Leftover is what the keyring may hold and is to delete. It is noted before anything is stored or deleted, so that
// a program that is killed leaves nothing behind that is not named; what is not done is tried again at the next
// start, sign-in or log out. There is no secret in it.
//
// The zero value means sign-ins that nothing names, because the settings were lost.
type Leftover struct {
	Base  string `json:"base"`
	KeyID string `json:"keyId,omitempty"` // of a sign-in; "" means the secrets that the vault has for Base
}

// signInLeft is the leftover that a saved session's entry would be.
func signInLeft(saved SavedSession) Leftover {
	return Leftover{Base: saved.Endpoint.Base, KeyID: saved.KeyID}
}

// inUse reports whether what the settings name now is stored there.
func (l Leftover) inUse(s *Settings) bool { return s.Session != nil && signInLeft(*s.Session) == l }

// leave notes a leftover, unless it is in use.
func (s *Settings) leave(l Leftover) {
	if !l.inUse(s) && !slices.Contains(s.Forget, l) {
		s.Forget = append(s.Forget, l)
	}
}

// unleave takes the note of a leftover back.
func (s *Settings) unleave(l Leftover) {
	s.Forget = slices.DeleteFunc(s.Forget, func(o Leftover) bool { return o == l })
}

// clearNote takes the note of a leftover back: it is gone from the keyring.
func (a *App) clearNote(l Leftover) {
	if _, err := a.settings.update(func(s *Settings) { s.unleave(l) }); err != nil {
		a.log.Warn("settings could not be written", "error", err)
	}
}

// ForgetLeftovers tries again to delete what is still to be, unless the keyring would ask the user to unlock it.
// What fails is kept for the next time. Signing in and out do it too.
func (a *App) ForgetLeftovers(ctx context.Context) {
	if len(a.settings.get().Forget) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, leftoverPatience)
	defer cancel()
	err := a.store.Probe(ctx)
	for _, l := range a.settings.get().Forget {
		if hopeless(err) {
			break
		}
		err = a.forgetLeftover(ctx, l)
	}
	if err != nil {
		level := slog.LevelWarn
		if keyringKindOf(err) == KeyringMissing {
			level = slog.LevelDebug // there is nothing that anybody could do
		}
		a.log.Log(ctx, level, "what was to be forgotten may still be in the keyring", "error", err)
	}
}

// forgetLeftover deletes a leftover and takes its note back.
func (a *App) forgetLeftover(ctx context.Context, l Leftover) error {
	var err error
	switch {
	case l == Leftover{}:
		err = a.forgetUnnamed(ctx)
	case l.KeyID == "":
		err = (&vault{store: a.store, index: a.index, base: l.Base}).clear(ctx)
	default:
		err = a.forgetSignIn(ctx, l)
	}
	if err == nil {
		a.clearNote(l)
	}
	return err
}

// forgetSignIn deletes a sign-in that is left over. Another process may be storing it at this moment: then it is in
// use once its turn is over.
func (a *App) forgetSignIn(ctx context.Context, l Leftover) error {
	release, err := a.turns.take(ctx)
	if err != nil {
		return err
	}
	defer release()
	named, err := a.reread()
	if err != nil || l.inUse(&named) {
		return err
	}
	return a.store.Delete(ctx, signInService, account(l.Base, l.KeyID))
}

// forgetUnnamed deletes the sign-ins that the settings do not name, where the keyring can list its entries.
func (a *App) forgetUnnamed(ctx context.Context) error {
	release, err := a.turns.take(ctx)
	if err != nil {
		return err
	}
	defer release()
	named, err := a.reread()
	if err != nil {
		return err
	}
	accounts, err := a.store.Accounts(ctx, signInService)
	if errors.Is(err, errors.ErrUnsupported) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, account := range accounts {
		if named.Session != nil && named.Session.account() == account {
			continue
		}
		a.log.Info("deleting a sign-in that the settings do not name")
		if err := a.store.Delete(ctx, signInService, account); err != nil {
			return fmt.Errorf("forget unnamed sign-in: %w", err)
		}
	}
	return nil
}

// reread returns the settings as they are on disk now.
func (a *App) reread() (Settings, error) {
	err := a.settings.save()
	return a.settings.get(), err
}

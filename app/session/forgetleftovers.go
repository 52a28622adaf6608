package session

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"accesskeys/app/keyring"
	"accesskeys/app/secrets"
	"accesskeys/app/settings"
)

// leftoverPatience is how long a sign-in waits for leftovers of earlier ones to be deleted.
const leftoverPatience = 2 * time.Second

// leftovers deletes entries of the keyring that are no longer needed. The settings note them until they are deleted.
type leftovers struct {
	settings *settings.File
	store    keyring.Store
	index    *secrets.Index
	log      *slog.Logger
}

// ForgetLeftovers tries again to delete leftovers, unless the keyring would ask the user to unlock it. Those that cannot be
// deleted are tried again at the next call. Signing in and logging out call it too.
func (m *Manager) ForgetLeftovers(ctx context.Context) { m.leftovers.forget(ctx) }

// RetryLeftovers is ForgetLeftovers for when the user asks for it: the keyring may ask to be unlocked, and may take its time.
func RetryLeftovers(ctx context.Context, m *Manager) error { return m.leftovers.forgetAll(ctx) }

// clearNote removes the note of a leftover that is gone from the keyring.
func (o leftovers) clearNote(l settings.Leftover) {
	if _, err := o.settings.Update(func(s *settings.Settings) { s.RemoveLeftover(l) }); err != nil {
		o.log.Warn("settings could not be written", "error", err)
	}
}

// forget is ForgetLeftovers.
func (o leftovers) forget(ctx context.Context) {
	if len(o.settings.Get().Forget) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, leftoverPatience)
	defer cancel()
	err := o.store.Probe(ctx)
	if !keyring.Hopeless(err) {
		err = o.forgetAll(ctx)
	}
	if err != nil {
		level := slog.LevelWarn
		if keyring.KindOf(err) == keyring.Missing {
			level = slog.LevelDebug // nobody can do anything about it
		}
		o.log.Log(ctx, level, "entries to be forgotten may still be in the keyring", "error", err)
	}
}

// forgetAll deletes all leftovers, as far as the keyring lets it.
func (o leftovers) forgetAll(ctx context.Context) error {
	var errs []error
	for _, l := range o.settings.Get().Forget {
		err := o.forgetOne(ctx, l)
		errs = append(errs, err)
		if keyring.Hopeless(err) {
			break
		}
	}
	return errors.Join(errs...)
}

// forgetOne deletes a leftover and its note.
func (o leftovers) forgetOne(ctx context.Context, l settings.Leftover) error {
	var err error
	switch {
	case l == settings.Leftover{}:
		err = o.forgetUnnamed(ctx)
	case l.KeyID == "" && l.User == "":
		err = secrets.NewVault(o.store, o.index, l.Base).Clear(ctx)
	case l.KeyID == "":
		err = secrets.NewVault(o.store, o.index, l.Base).ClearUser(ctx, l.User)
	default:
		err = o.forgetSignIn(ctx, l)
	}
	if err == nil {
		o.clearNote(l)
	}
	return err
}

// forgetSignIn deletes a leftover sign-in, unless it is in use again: another process may have stored it meanwhile.
func (o leftovers) forgetSignIn(ctx context.Context, l settings.Leftover) error {
	release, err := o.index.Turns.Take(ctx)
	if err != nil {
		return err
	}
	defer release()
	named, err := o.settings.Reread()
	if err != nil || l.InUse(&named) {
		return err
	}
	return o.store.Delete(ctx, keyring.ServiceSignIn, keyring.Account(l.Base, l.KeyID))
}

// forgetUnnamed deletes the sign-ins that the settings do not name, if the keyring can list its entries.
func (o leftovers) forgetUnnamed(ctx context.Context) error {
	release, err := o.index.Turns.Take(ctx)
	if err != nil {
		return err
	}
	defer release()
	named, err := o.settings.Reread()
	if err != nil {
		return err
	}
	accounts, err := o.store.Accounts(ctx, keyring.ServiceSignIn)
	if errors.Is(err, errors.ErrUnsupported) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, account := range accounts {
		if slices.ContainsFunc(named.Accounts, func(a settings.Account) bool { return !a.SignedOut && a.Account() == account }) {
			continue
		}
		o.log.Info("deleting a sign-in that the settings do not name")
		if err := o.store.Delete(ctx, keyring.ServiceSignIn, account); err != nil {
			return fmt.Errorf("forget unnamed sign-in: %w", err)
		}
	}
	return nil
}

// deleteSignIn removes a sign-in that is noted as a leftover from the keyring.
func (o leftovers) deleteSignIn(ctx context.Context, saved settings.SavedSession) error {
	if err := o.store.Delete(ctx, keyring.ServiceSignIn, saved.Account()); err != nil {
		return fmt.Errorf("forget sign-in: %w", err)
	}
	o.clearNote(saved.Leftover())
	return nil
}

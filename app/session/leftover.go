package session

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"accesskeys/app/keyring"
	"accesskeys/app/secrets"
	"accesskeys/app/settings"
)

// leftoverPatience is how long a sign-in is held up for what earlier ones left.
const leftoverPatience = 2 * time.Second

// clearNote takes the note of a leftover back: it is gone from the keyring.
func (m *Manager) clearNote(l settings.Leftover) {
	if _, err := m.settings.Update(func(s *settings.Settings) { s.Unleave(l) }); err != nil {
		m.log.Warn("settings could not be written", "error", err)
	}
}

// ForgetLeftovers tries again to delete what is still to be, unless the keyring would ask the user to unlock it.
// What fails is kept for the next time. Signing in and out do it too.
func (m *Manager) ForgetLeftovers(ctx context.Context) {
	if len(m.settings.Get().Forget) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, leftoverPatience)
	defer cancel()
	err := m.store.Probe(ctx)
	for _, l := range m.settings.Get().Forget {
		if keyring.Hopeless(err) {
			break
		}
		err = m.forgetLeftover(ctx, l)
	}
	if err != nil {
		level := slog.LevelWarn
		if keyring.KindOf(err) == keyring.Missing {
			level = slog.LevelDebug // there is nothing that anybody could do
		}
		m.log.Log(ctx, level, "what was to be forgotten may still be in the keyring", "error", err)
	}
}

// forgetLeftover deletes a leftover and takes its note back.
func (m *Manager) forgetLeftover(ctx context.Context, l settings.Leftover) error {
	var err error
	switch {
	case l == settings.Leftover{}:
		err = m.forgetUnnamed(ctx)
	case l.KeyID == "":
		err = secrets.NewVault(m.store, m.index, l.Base).Clear(ctx)
	default:
		err = m.forgetSignIn(ctx, l)
	}
	if err == nil {
		m.clearNote(l)
	}
	return err
}

// forgetSignIn deletes a sign-in that is left over. Another process may be storing it at this moment: then it is in
// use once its turn is over.
func (m *Manager) forgetSignIn(ctx context.Context, l settings.Leftover) error {
	release, err := m.turns.Take(ctx)
	if err != nil {
		return err
	}
	defer release()
	named, err := m.settings.Reread()
	if err != nil || l.InUse(&named) {
		return err
	}
	return m.store.Delete(ctx, keyring.ServiceSignIn, keyring.Account(l.Base, l.KeyID))
}

// forgetUnnamed deletes the sign-ins that the settings do not name, where the keyring can list its entries.
func (m *Manager) forgetUnnamed(ctx context.Context) error {
	release, err := m.turns.Take(ctx)
	if err != nil {
		return err
	}
	defer release()
	named, err := m.settings.Reread()
	if err != nil {
		return err
	}
	accounts, err := m.store.Accounts(ctx, keyring.ServiceSignIn)
	if errors.Is(err, errors.ErrUnsupported) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, account := range accounts {
		if named.Session != nil && named.Session.Account() == account {
			continue
		}
		m.log.Info("deleting a sign-in that the settings do not name")
		if err := m.store.Delete(ctx, keyring.ServiceSignIn, account); err != nil {
			return fmt.Errorf("forget unnamed sign-in: %w", err)
		}
	}
	return nil
}

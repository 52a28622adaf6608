package session

import (
	"context"
	"errors"
	"fmt"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
)

// Resume opens the remembered session without using the network, with its list on disk, if any. It returns ErrSignedOut if
// there is none, ErrNotStored if the keyring no longer has its secret, other errors of the keyring, and the client's errors
// of KindSettings and KindPlain. After any but the first two, the session is still remembered.
func (m *Manager) Resume(ctx context.Context) (*Session, error) {
	v := m.settings.Get()
	if v.Session == nil {
		m.lists.removeUnnamed(v)
		return nil, keys.ErrSignedOut
	}
	return m.resume(ctx, *v.Session)
}

// AsksNetwork reports whether an error of Resume or Open means that the session can be opened once the user has corrected
// how its server is reached.
func AsksNetwork(err error) bool {
	kind := client.KindOf(err)
	return kind == client.KindPlain || kind == client.KindSettings
}

// resume opens a remembered sign-in. One whose secret the keyring no longer has is signed out.
func (m *Manager) resume(ctx context.Context, saved settings.SavedSession) (*Session, error) {
	secret, err := m.store.Get(ctx, keyring.ServiceSignIn, saved.Account())
	if errors.Is(err, keyring.ErrNotStored) {
		user, known := m.lists.owner(m.settings.Get(), saved)
		before, failed := m.settings.Update(func(s *settings.Settings) {
			s.AddLeftover(settings.Leftover{}) // it may be there under another name
			if known {
				s.SetUser(saved, user) // the list, which tells it now, is removed below
			}
			s.SignOut(saved)
		})
		m.lists.of(before, saved).Remove()
		err = errors.Join(err, failed)
	}
	if err != nil {
		return nil, fmt.Errorf("resume session: %w", err)
	}
	if now := m.settings.Get(); !now.IsRemembered(saved) {
		return nil, fmt.Errorf("resume session: %w", keys.ErrSignedOut) // logged out while the keyring was asked
	}
	backend, err := m.connector.Resume(saved.Endpoint, client.Credentials{KeyID: saved.KeyID, Secret: secret}, m.networks.Of(saved.Endpoint.Base))
	if err != nil {
		return nil, fmt.Errorf("resume session: %w", err)
	}
	s := m.newSession(saved.Server, backend)
	s.remembered, s.offered = true, true
	s.keys.Known.Learn(secret)
	m.lists.restore(m.settings.Get(), s)
	noteOpened(m, s)
	m.ForgetLeftovers(ctx)
	return s, nil
}

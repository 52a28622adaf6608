package session

import (
	"context"
	"fmt"

	"accesskeys/app/history"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/route"
)

// Lock drops the secret that the session signs with. Until Unlock, new requests fail with the client's KindLocked. Those
// already sent are not interrupted.
func (s *Session) Lock() {
	s.dropSecret()
	s.backend.Lock()
}

// CloseIdleConnections closes the connections that are not in use, since their buffers may hold secrets.
func (s *Session) CloseIdleConnections() { s.backend.CloseIdleConnections() }

// Unlock unlocks a session with the secret from the keyring, which may ask the user to unlock the keyring. If a PIN is set,
// the caller checks it first. Unlock returns ErrNotStored if the keyring no longer has the secret, ErrSignedOut if the
// session was logged out or left meanwhile, and other errors of the keyring.
func (m *Manager) Unlock(ctx context.Context, s *Session) error {
	secret, err := m.store.Get(ctx, keyring.ServiceSignIn, s.saved().Account())
	if err == nil {
		err = s.unlock(secret)
	}
	m.history.Record(s.event(history.Unlock).Ending(err))
	if err != nil {
		return fmt.Errorf("unlock: %w", err)
	}
	return nil
}

// UnlockWith unlocks a session with a secret that the user typed, if the keyring does not have it. It reads the list to see
// whether the server accepts the secret. Its errors are the client's, and ErrSignedOut.
func (m *Manager) UnlockWith(ctx context.Context, s *Session, typed client.Secret) error {
	secret := client.NewSecret(route.TrimPasted(typed.Reveal()))
	s.backend.Unlock(secret)
	err := s.keys.LoadWith(ctx)
	if err != nil {
		s.backend.Lock()
	} else {
		err = s.unlock(secret)
	}
	m.history.Record(s.event(history.Unlock).Ending(err))
	return err
}

func (s *Session) unlock(secret client.Secret) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended || s.left {
		s.backend.Lock()
		return keys.ErrSignedOut
	}
	s.backend.Unlock(secret)
	if s.unsaved != nil && !s.remembered {
		s.secret = secret // Remember may store it later
	}
	return nil
}

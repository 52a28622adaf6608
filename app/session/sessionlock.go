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

// Lock drops the secret that the session signs with, until Unlock. What was sent already goes on;
// whatever else is asked of the server fails with the client's KindLocked.
func (s *Session) Lock() {
	s.dropSecret()
	s.backend.Lock()
}

// CloseIdleConnections closes the connections that are not in use: what they read last may have had secrets in it.
func (s *Session) CloseIdleConnections() { s.backend.CloseIdleConnections() }

// Unlock gets the secret of a locked session back from the keyring, which may ask the user to unlock it.
// Where a PIN is set, checking it comes first. It returns ErrNotStored when the keyring no longer has the
// secret, ErrSignedOut when the session was logged out, and the keyring's errors.
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

// UnlockWith unlocks a session that no keyring has the secret of, with what a user typed. The list is
// read with it first: the server is to judge. Its errors are the client's, and ErrSignedOut.
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
	if s.ended {
		s.backend.Lock()
		return keys.ErrSignedOut
	}
	s.backend.Unlock(secret)
	return nil
}

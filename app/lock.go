package app

import (
	"context"
	"fmt"
)

// Lock drops the secret that the session signs with, until Unlock. What was sent already goes on;
// whatever else is asked of the server fails with the client's KindLocked.
func (s *Session) Lock() {
	s.mu.Lock()
	s.locked = true
	s.mu.Unlock()
	s.backend.Lock()
}

// Locked reports whether the session is locked.
func (s *Session) Locked() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.locked
}

// Unlock gets the secret of a locked session back from the keyring, which may ask the person to unlock it.
// Where a PIN is set, CheckPIN comes first. It returns ErrNotStored when the keyring no longer has the
// secret, ErrSignedOut when the session was logged out, and the keyring's errors.
func (a *App) Unlock(ctx context.Context, s *Session) error {
	secret, err := a.store.Get(ctx, signInService, s.saved().account())
	if err != nil {
		return fmt.Errorf("unlock: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		return ErrSignedOut
	}
	s.backend.Unlock(secret)
	s.locked = false
	return nil
}

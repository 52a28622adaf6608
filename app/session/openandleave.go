package session

import (
	"context"

	"accesskeys/app/keys"
)

// Open is Resume for an account. It returns ErrSignedOut where the account asks for its secret.
func (m *Manager) Open(ctx context.Context, id string) (*Session, error) {
	v := m.settings.Get()
	a, ok := v.Account(id)
	if !ok || a.SignedOut {
		m.lists.removeUnnamed(v)
		return nil, keys.ErrSignedOut
	}
	s, err := m.resume(ctx, a.SavedSession)
	if err != nil {
		return nil, err
	}
	m.ForgetLeftovers(ctx)
	return s, nil
}

// Leave is for a session that makes way for another account's. It asks nothing more of the server and drops its secret.
// What is remembered of it stays, and so does what is not known of its changes: the next session of the same sign-in
// finds that out. What is under way is let end.
func (m *Manager) Leave(s *Session) {
	s.mu.Lock()
	s.left = true
	s.mu.Unlock()
	s.keys.Retire(s.Lock)
	s.CloseIdleConnections()
}

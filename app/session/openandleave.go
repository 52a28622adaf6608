package session

import (
	"context"

	"accesskeys/app/keys"
)

// Open is Resume for an account. It returns ErrSignedOut if the account is signed out.
func (m *Manager) Open(ctx context.Context, id string) (*Session, error) {
	v := m.settings.Get()
	a, ok := v.Account(id)
	if !ok || a.SignedOut {
		m.lists.removeUnnamed(v)
		return nil, keys.ErrSignedOut
	}
	return m.resume(ctx, a.SavedSession)
}

// Leave ends a session to switch to another account. The session finishes changes under way, drops its secret and makes no
// more requests. It stays remembered, and the next session of the same sign-in resolves its pending outcomes.
func (m *Manager) Leave(s *Session) {
	s.mu.Lock()
	s.left = true
	s.mu.Unlock()
	s.keys.Retire(s.Lock)
}

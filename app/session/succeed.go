package session

import (
	"context"

	"accesskeys/client"
)

// Succeed signs in with another key of a session's user, at the same server. The key's secret comes from the vault or the
// server. Where the session is remembered, the new one is in its place: the keyring has taken the new secret, and given it
// back. Where the keyring fails, the new session is Unsaved, and unsaved is why; what was remembered stays. err means that
// there is no new session. The old one goes on until it is retired.
func (m *Manager) Succeed(ctx context.Context, s *Session, keyID string) (next *Session, unsaved, err error) {
	revealed, err := s.keys.Reveal(ctx, keyID)
	if err != nil {
		return nil, nil, err
	}
	next, err = m.SignIn(ctx, s.Server(), client.Credentials{KeyID: keyID, Secret: revealed.Secret})
	if err != nil {
		return nil, nil, err
	}
	if !s.Remembered() {
		next.unsaved = s.unsaved
		return next, nil, nil
	}
	unsaved = m.Remember(ctx, next)
	next.unsaved = unsaved != nil
	return next, unsaved, nil
}

// Unsaved reports whether the session took the place of a remembered one and is not remembered itself.
func (s *Session) Unsaved() bool { return s.unsaved && !s.Remembered() }

// Retire ends a session that another has taken the place of. What is remembered stays, and a change that is under way ends
// as it would have.
func (s *Session) Retire() {
	s.end()
	s.keys.Retire(s.backend.Lock)
}

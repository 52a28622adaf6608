package session

import (
	"context"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// Succeed signs in with another key of a session's user, at the same server. The key's secret comes from the vault or the
// server. Where the session is remembered, the new one is in its account's place: the keyring has taken the new secret,
// and given it back. Where the keyring fails, unsaved is why; what was remembered stays.
// err means that there is no new session; it is ErrSignedOut where the old one was left meanwhile. The old one goes on until
// it is left.
func (m *Manager) Succeed(ctx context.Context, s *Session, keyID string) (next *Session, unsaved, err error) {
	revealed, err := s.keys.Reveal(ctx, keyID)
	if err != nil {
		return nil, nil, err
	}
	account, _ := s.Account(m.settings.Get())
	next, err = m.SignInAs(ctx, account.ID, s.Server(), client.Credentials{KeyID: keyID, Secret: revealed.Secret})
	if err != nil {
		return nil, nil, err
	}
	next.succeeded = !m.ephemeral
	m.pending.hand(s, next)
	if s.Remembered() {
		next.from = s
		unsaved = m.Remember(ctx, next)
		next.from = nil
	}
	switch {
	case s.hasEnded():
		_ = m.LogOut(ctx, next, false) // as the user wanted; what fails is noted, and tried again
		return nil, nil, keys.ErrSignedOut
	case s.hasLeft():
		m.Leave(next)
		return nil, nil, keys.ErrSignedOut
	}
	return next, unsaved, nil
}

// Unsaved reports whether the session took the place of another and is not remembered: the user may never have seen the
// secret that it signs with, and nothing else keeps it.
func (s *Session) Unsaved() bool { return s.succeeded && !s.Remembered() }

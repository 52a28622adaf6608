package session

import (
	"context"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
)

// Succeed signs in with another key of the session's user, at the same server. The key's secret comes from the vault or the
// server. If s is remembered, so is the new session, in the same account. If that fails, unsaved is why, and s stays
// remembered. If err is not nil, there is no new session; err is ErrSignedOut if s was left or logged out meanwhile. The
// caller leaves s.
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
	} else {
		next.unsaved = s.unsaved
		listBesideOthers(m, next)
	}
	switch {
	case s.hasEnded():
		_ = m.LogOut(ctx, next, false) // what fails is noted as a leftover
		return nil, nil, keys.ErrSignedOut
	case s.hasLeft():
		m.Leave(next)
		return nil, nil, keys.ErrSignedOut
	}
	return next, unsaved, nil
}

// Unsaved reports whether the session was made by Succeed and is not remembered. Then the user may never have seen its
// secret, and it is stored nowhere else.
func (s *Session) Unsaved() bool { return s.succeeded && !s.Remembered() }

// AwaitsKeyring reports whether Remember has failed for a session and stored nothing, and may succeed later.
func AwaitsKeyring(s *Session) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.unsaved != nil && !s.remembered && !s.offered && !s.secret.IsZero()
}

// EarlierKey returns the account of a session that is not remembered, if the next start signs in to it with a key that was
// saved before.
func EarlierKey(s *Session, known settings.Settings) (a settings.Account, ok bool) {
	a, listed := s.Account(known)
	return a, listed && !a.SignedOut && !s.Remembered()
}

// MayBeSaved reports whether Remember has failed for a session and may succeed now: there is a keyring.
func MayBeSaved(s *Session) bool {
	s.mu.Lock()
	why := s.unsaved
	s.mu.Unlock()
	return AwaitsKeyring(s) && keyring.KindOf(why) != keyring.Missing
}

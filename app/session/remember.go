package session

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
)

// Remember keeps the session's sign-in in the keyring, so that Resume opens it next time. It returns the
// keyring's error, or that of writing the settings; then nothing is remembered, save another account's
// sign-in that was. An Ephemeral App remembers nothing and returns nil.
//
// When ctx ends it stops waiting for the keyring. Whenever the program ends, what the keyring has taken in by then
// is named in the settings: as the session, or as a leftover.
func (m *Manager) Remember(ctx context.Context, s *Session) error {
	if m.ephemeral {
		return nil
	}
	secret, offered, done := s.offer()
	if done {
		return nil
	}
	if err := m.remember(ctx, s, secret, offered); err != nil {
		return fmt.Errorf("remember session: %w", err)
	}
	return nil
}

// remember stores a sign-in and names it, in one turn: so no other process takes it for a leftover meanwhile.
func (m *Manager) remember(ctx context.Context, s *Session, secret client.Secret, offered bool) error {
	end, err := m.turns.Take(ctx)
	if err != nil {
		s.setOffered(offered)
		return err
	}
	defer end()
	saved := s.saved()
	left := saved.Leftover()
	before, err := m.settings.Attempt(func(v *settings.Settings) { v.AddLeftover(left) })
	if err != nil {
		s.setOffered(offered)
		return err
	}
	err = m.store.Set(ctx, keyring.ServiceSignIn, saved.Account(), secret)
	ctx = context.WithoutCancel(ctx) // what is stored now must be named or removed
	switch {
	case keyring.StoredNothing(err):
		s.setOffered(offered)
		if !slices.Contains(before.Forget, left) {
			m.leftovers.clearNote(left)
		}
		return err
	case err != nil:
		// What an earlier sign-in with this key stored may be gone.
		ctx, cancel := context.WithTimeout(ctx, keyring.ShortLimit)
		defer cancel()
		return errors.Join(err, m.drop(ctx, saved, false))
	}
	replaced, err := m.save(s, saved)
	ctx, cancel := context.WithTimeout(ctx, keyring.ShortLimit)
	defer cancel()
	if err != nil {
		return errors.Join(err, m.drop(ctx, saved, true))
	}
	if replaced == nil {
		return nil
	}
	m.lists.of(m.settings.Get(), saved).Remove() // which was the other key's
	if err := m.leftovers.deleteSignIn(ctx, *replaced); err != nil {
		m.log.Warn("the sign-in remembered before may still be in the keyring", "key", replaced.KeyID, "error", err)
	}
	return nil
}

// save names the session in the settings, unless it is logged out by then, and returns the sign-in whose place it
// took, which is a leftover now. When it fails they name that again, unless its secret was replaced.
func (m *Manager) save(s *Session, saved settings.SavedSession) (*settings.SavedSession, error) {
	before, err := m.settings.Attempt(func(v *settings.Settings) {
		if s.hasEnded() {
			return
		}
		open := v.Current
		v.Remember(saved, s.into)
		if s.hasLeft() || s.from != nil && s.from.hasLeft() {
			v.Open(open) // the user has gone on to another account
		}
	})
	if err != nil {
		return nil, err
	}
	if s.keep() {
		return replaced(before, m.settings.Get(), saved), nil
	}
	_, err = m.settings.Update(func(v *settings.Settings) { v.UndoRemember(saved, before) })
	return nil, errors.Join(keys.ErrSignedOut, err)
}

// replaced is the sign-in that an account had before, nil where that is the same or the keyring had none.
func replaced(before, now settings.Settings, saved settings.SavedSession) *settings.SavedSession {
	a, _ := now.AccountOf(saved)
	was, ok := before.Account(a.ID)
	if !ok || was.SignedOut || was.Account() == saved.Account() {
		return nil
	}
	return &was.SavedSession
}

// Forget is for a session that was just signed in and is not to be remembered: if an earlier sign-in with
// the same key at the same server is, it is forgotten, in the settings and in the keyring. Another one
// stays. Among other accounts it is listed, so that the user can come back to it. Errors are as with LogOut.
func (m *Manager) Forget(ctx context.Context, s *Session) error {
	s.dropSecret()
	saved, v := s.saved(), m.settings.Get()
	if before, ok := v.AccountOf(saved); ok {
		saved = before.SavedSession // its API may have moved since
	}
	err := m.drop(ctx, saved, false)
	m.settings.Change(func(v *settings.Settings) { v.ListSignedOut(s.saved(), s.into) })
	return err
}

// signIn is a session's sign-in in the keyring.
type signIn struct {
	manager *Manager
	session *Session
}

// Kept reports whether the keyring has it.
func (s signIn) Kept() bool { return s.session.Remembered() }

// Secret asks the keyring.
func (s signIn) Secret(ctx context.Context) (client.Secret, error) {
	return s.manager.store.Get(ctx, keyring.ServiceSignIn, s.session.saved().Account())
}

// offer returns the secret to remember and whether the keyring was offered it before, or done when there
// is nothing left to do.
func (s *Session) offer() (secret client.Secret, before, done bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	before = s.offered
	s.offered = true
	return s.secret, before, s.remembered || s.ended
}

// dropSecret is for when the secret is not to be remembered any more.
func (s *Session) dropSecret() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.secret = client.Secret{}
}

func (s *Session) setOffered(offered bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.offered = offered
}

// keep marks the session remembered, unless it was logged out meanwhile, and reports which.
func (s *Session) keep() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.ended {
		s.remembered, s.secret = true, client.Secret{}
	}
	return s.remembered
}

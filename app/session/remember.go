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

// Remember stores the session's sign-in in the keyring, so that Resume can open it at the next start. It returns the error
// of the keyring or of writing the settings, or the client's KindLocked if Lock has dropped the secret. Then the session is
// not remembered, but listed as signed out if there are other accounts, which stay as they were. An Ephemeral manager
// remembers nothing and returns nil.
//
// Remember stops waiting for the keyring when ctx ends. Whenever the program ends, what the keyring has stored is
// named in the settings: as a session, or as a leftover.
func (m *Manager) Remember(ctx context.Context, s *Session) error {
	if m.ephemeral {
		return nil
	}
	secret, offered, done := s.offer()
	if done {
		return nil
	}
	if secret.IsZero() {
		return &client.Error{Kind: client.KindLocked, Op: "remember session"}
	}
	err := m.remember(ctx, s, secret, offered)
	s.setUnsaved(err)
	if err != nil {
		if !s.hasEnded() {
			listBesideOthers(m, s)
		}
		return fmt.Errorf("remember session: %w", err)
	}
	return nil
}

// remember stores a sign-in in the keyring and names it in the settings, in one turn, so that no other process deletes it as
// a leftover in between.
func (m *Manager) remember(ctx context.Context, s *Session, secret client.Secret, offered bool) error {
	end, err := m.index.Turns.Take(ctx)
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
	ctx = context.WithoutCancel(ctx) // what may be stored now must be named or removed
	switch {
	case keyring.KindOf(err) == keyring.Refused && before.IsRemembered(saved):
		return nameStored(ctx, m, s, saved) // the keyring has it from before
	case keyring.StoredNothing(err):
		s.setOffered(offered)
		if !slices.Contains(before.Forget, left) {
			m.leftovers.clearNote(left)
		}
		return err
	case err != nil:
		// The secret of an earlier sign-in with this key may have been overwritten.
		ctx, cancel := context.WithTimeout(ctx, keyring.ShortLimit)
		defer cancel()
		return errors.Join(err, m.drop(ctx, saved, false))
	}
	return nameStored(ctx, m, s, saved)
}

// nameStored names in the settings a sign-in that the keyring has stored, and deletes the one that it replaces.
func nameStored(ctx context.Context, m *Manager, s *Session, saved settings.SavedSession) error {
	replaced, err := m.save(s, saved)
	ctx, cancel := context.WithTimeout(ctx, keyring.ShortLimit)
	defer cancel()
	if err != nil {
		return errors.Join(err, m.drop(ctx, saved, true))
	}
	if replaced == nil {
		return nil
	}
	m.lists.of(m.settings.Get(), saved).Remove() // it is the replaced sign-in's
	if err := m.leftovers.deleteSignIn(ctx, *replaced); err != nil {
		m.log.Warn("the sign-in remembered before may still be in the keyring", "key", replaced.KeyID, "error", err)
	}
	return nil
}

// save names the session in the settings, unless it is logged out by then. It returns the sign-in that it replaced, if any,
// which is a leftover now. If save fails, the settings name that one again, unless its secret was overwritten.
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
	if s.markRemembered() {
		return replaced(before, m.settings.Get(), saved), nil
	}
	_, err = m.settings.Update(func(v *settings.Settings) { v.UndoRemember(saved, before) })
	return nil, errors.Join(keys.ErrSignedOut, err)
}

// replaced returns the sign-in that the account had before, or nil if it is the same or there was none in the keyring.
func replaced(before, now settings.Settings, saved settings.SavedSession) *settings.SavedSession {
	a, _ := now.AccountOf(saved)
	was, ok := before.Account(a.ID)
	if !ok || was.SignedOut || was.Account() == saved.Account() {
		return nil
	}
	return &was.SavedSession
}

// Forget is for a new session that is not to be remembered. An earlier sign-in with the same key at the same server is
// forgotten, in the settings and in the keyring; others stay. If there are other accounts, the session's account is listed
// as signed out, so that the user can come back to it. chosen is whether the user could choose. Errors are those of LogOut.
func (m *Manager) Forget(ctx context.Context, s *Session, chosen bool) error {
	s.mu.Lock()
	s.secret, s.eachTime = client.Secret{}, chosen
	s.mu.Unlock()
	saved, v := s.saved(), m.settings.Get()
	if before, ok := v.AccountOf(saved); ok {
		saved = before.SavedSession // its API may have moved since
	}
	err := m.drop(ctx, saved, false)
	listBesideOthers(m, s)
	return err
}

// listBesideOthers lists a session's account as signed out if there are other accounts.
func listBesideOthers(m *Manager, s *Session) {
	m.settings.Change(func(v *settings.Settings) {
		if len(v.Accounts) > 0 {
			listSignedOut(v, s)
		}
	})
}

// listSignedOut lists a session's account as signed out.
func listSignedOut(v *settings.Settings, s *Session) {
	s.mu.Lock()
	eachTime := s.eachTime
	s.mu.Unlock()
	v.ListSignedOut(s.saved(), s.into, eachTime)
}

// signIn is a session's sign-in in the keyring.
type signIn struct {
	manager *Manager
	session *Session
}

// Kept reports whether the keyring has the sign-in.
func (s signIn) Kept() bool { return s.session.Remembered() }

// Secret reads the secret from the keyring.
func (s signIn) Secret(ctx context.Context) (client.Secret, error) {
	return s.manager.store.Get(ctx, keyring.ServiceSignIn, s.session.saved().Account())
}

// offer marks the secret, if there is one, as offered to the keyring. It returns the secret, and whether it was offered
// before. done means that there is nothing to do.
func (s *Session) offer() (secret client.Secret, before, done bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	before = s.offered
	s.offered = before || !s.secret.IsZero()
	return s.secret, before, s.remembered || s.ended
}

// dropSecret forgets the secret that Remember would store.
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

func (s *Session) setUnsaved(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.unsaved = err
}

// markRemembered marks the session as remembered, unless it was logged out meanwhile. It reports whether it did.
func (s *Session) markRemembered() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.ended {
		s.remembered, s.secret = true, client.Secret{}
	}
	return s.remembered
}

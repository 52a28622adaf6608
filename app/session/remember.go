package session

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"accesskeys/app/history"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/secrets"
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
	before, err := m.settings.Attempt(func(v *settings.Settings) { v.Leave(left) })
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
			m.clearNote(left)
		}
		return err
	case err != nil:
		// What an earlier sign-in with this key stored may be gone.
		ctx, cancel := context.WithTimeout(ctx, keyring.Patience)
		defer cancel()
		return errors.Join(err, m.drop(ctx, saved, false))
	}
	replaced, err := m.save(s, saved)
	ctx, cancel := context.WithTimeout(ctx, keyring.Patience)
	defer cancel()
	if err != nil {
		return errors.Join(err, m.drop(ctx, saved, true))
	}
	if replaced != nil && replaced.Account() != saved.Account() {
		m.lists.Remove()
		if err := m.deleteSignIn(ctx, *replaced); err != nil {
			m.log.Warn("the sign-in remembered before may still be in the keyring", "key", replaced.KeyID, "error", err)
		}
	}
	return nil
}

// save names the session in the settings, unless it is logged out by then, and returns what they named
// before, which is a leftover now. When it fails they name that again, unless its secret was replaced.
func (m *Manager) save(s *Session, saved settings.SavedSession) (replaced *settings.SavedSession, err error) {
	before, err := m.settings.Attempt(func(v *settings.Settings) {
		if s.hasEnded() {
			return
		}
		if v.Session != nil && !v.Names(saved) {
			replaced := v.Session.Leftover()
			v.Session = nil
			v.Leave(replaced)
		}
		v.Session = &saved
		v.Unleave(saved.Leftover())
	})
	if err != nil {
		return nil, err
	}
	if s.keep() {
		return before.Session, nil
	}
	_, err = m.settings.Update(func(v *settings.Settings) {
		if !v.Names(saved) {
			return
		}
		v.Session = nil
		if before.Session != nil && !before.Names(saved) {
			v.Session = before.Session
			v.Unleave(before.Session.Leftover())
		}
		v.Leave(saved.Leftover())
	})
	return nil, errors.Join(keys.ErrSignedOut, err)
}

// Forget is for a session that was just signed in and is not to be remembered: if an earlier sign-in with
// the same key at the same server is, it is forgotten, in the settings and in the keyring. Another one
// stays. Errors are as with LogOut.
func (m *Manager) Forget(ctx context.Context, s *Session) error {
	s.dropSecret()
	saved := s.saved()
	if before := m.settings.Get().Session; before != nil && before.SameKey(saved) {
		saved = *before // its API may have moved since
	}
	return m.drop(ctx, saved, false)
}

// LogOut forgets the session's sign-in and the PIN, at once as far as the settings go, and with
// forgetSecrets the secrets kept for its server too. An error means that something may still be in the
// keyring, or that the settings could not be written. What the keyring would not delete is tried again at
// the next start or sign-in. A change of a key that is under way is not cut off: the secret that it is signed with
// goes when it ends.
func (m *Manager) LogOut(ctx context.Context, s *Session, forgetSecrets bool) error {
	m.history.Record(s.event(history.LogOut))
	offered := s.end()
	s.keys.Retire(s.backend.Lock)
	return m.logOut(ctx, s.saved(), offered, s.vault, forgetSecrets)
}

// LogOutSaved is LogOut for the session that Resume would open.
func (m *Manager) LogOutSaved(ctx context.Context, forgetSecrets bool) error {
	saved := m.settings.Get().Session
	if saved == nil {
		_, err := m.settings.Attempt(func(s *settings.Settings) { s.PIN = nil })
		return err
	}
	m.history.Record(history.About(keys.Ref{Base: saved.Endpoint.Base, KeyID: saved.KeyID}, history.LogOut))
	return m.logOut(ctx, *saved, true, m.NewVault(saved.Endpoint.Base), forgetSecrets)
}

// logOut writes once what is forgotten, and asks the keyring only then: the program may end at any moment.
func (m *Manager) logOut(ctx context.Context, saved settings.SavedSession, offered bool, v *secrets.Vault, forgetSecrets bool) error {
	secrets := settings.Leftover{Base: v.Base()}
	before, failed := m.settings.Update(func(s *settings.Settings) {
		s.PIN = nil
		endSession(s, saved, offered)
		if forgetSecrets && !m.ephemeral { // which sweeps
			s.Leave(secrets)
		}
	})
	errs := []error{failed, m.deleteNamed(ctx, before, saved, offered)}
	if forgetSecrets {
		err := v.Seal(ctx)
		errs = append(errs, err)
		if err == nil || keyring.KindOf(err) == keyring.Lost {
			m.clearNote(secrets)
		}
	}
	err := errors.Join(errs...)
	if !keyring.Hopeless(err) {
		m.ForgetLeftovers(ctx)
	}
	return err
}

// endSession takes a sign-in out of the settings, and notes what the keyring may have of it.
func endSession(s *settings.Settings, saved settings.SavedSession, offered bool) {
	named := s.Names(saved)
	if named {
		s.Session = nil
	}
	if named || offered {
		s.Leave(saved.Leftover())
	}
}

// drop forgets a sign-in, in the settings and, if they named it or it was offered to the keyring, there.
func (m *Manager) drop(ctx context.Context, saved settings.SavedSession, offered bool) error {
	before, err := m.settings.Update(func(s *settings.Settings) { endSession(s, saved, offered) })
	return errors.Join(err, m.deleteNamed(ctx, before, saved, offered))
}

// deleteNamed removes from disk and keyring what there is of a sign-in, once the settings no longer name it.
func (m *Manager) deleteNamed(ctx context.Context, before settings.Settings, saved settings.SavedSession, offered bool) error {
	named := before.Names(saved)
	if named {
		m.lists.Remove()
	}
	if !named && !offered {
		return nil
	}
	return m.deleteSignIn(ctx, saved)
}

// deleteSignIn removes a sign-in that is noted as a leftover from the keyring.
func (m *Manager) deleteSignIn(ctx context.Context, saved settings.SavedSession) error {
	if err := m.store.Delete(ctx, keyring.ServiceSignIn, saved.Account()); err != nil {
		return fmt.Errorf("forget sign-in: %w", err)
	}
	m.clearNote(saved.Leftover())
	return nil
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

// Ended returns ErrSignedOut once the session is logged out, and nil before.
func (s *Session) Ended() error {
	if s.hasEnded() {
		return keys.ErrSignedOut
	}
	return nil
}

func (s *Session) hasEnded() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ended
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

// end marks the session logged out, and reports whether the keyring may have its secret.
func (s *Session) end() (offered bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended, s.remembered, s.secret = true, false, client.Secret{}
	return s.offered
}

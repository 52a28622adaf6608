package app

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"accesskeys/client"
)

// Remember keeps the session's sign-in in the keyring, so that Resume opens it next time. It returns the
// keyring's error, or that of writing the settings; then nothing is remembered, save another account's
// sign-in that was. An Ephemeral App remembers nothing and returns nil.
//
// When ctx ends it stops waiting for the keyring. Whenever the program ends, what the keyring has taken in by then
// is named in the settings: as the session, or as a leftover.
func (a *App) Remember(ctx context.Context, s *Session) error {
	if a.ephemeral {
		return nil
	}
	secret, offered, done := s.offer()
	if done {
		return nil
	}
	if err := a.remember(ctx, s, secret, offered); err != nil {
		return fmt.Errorf("remember session: %w", err)
	}
	return nil
}

// remember stores a sign-in and names it, in one turn: so no other process takes it for a leftover meanwhile.
func (a *App) remember(ctx context.Context, s *Session, secret client.Secret, offered bool) error {
	end, err := a.turns.take(ctx)
	if err != nil {
		s.setOffered(offered)
		return err
	}
	defer end()
	saved := s.saved()
	left := signInLeft(saved)
	before, err := a.settings.attempt(func(v *Settings) { v.leave(left) })
	if err != nil {
		s.setOffered(offered)
		return err
	}
	err = a.store.Set(ctx, signInService, saved.account(), secret)
	ctx = context.WithoutCancel(ctx) // what is stored now must be named or removed
	switch {
	case leftAlone(err):
		s.setOffered(offered)
		if !slices.Contains(before.Forget, left) {
			a.clearNote(left)
		}
		return err
	case err != nil:
		// What an earlier sign-in with this key stored may be gone.
		ctx, cancel := context.WithTimeout(ctx, vaultPatience)
		defer cancel()
		return errors.Join(err, a.drop(ctx, saved, false))
	}
	replaced, err := a.save(s, saved)
	ctx, cancel := context.WithTimeout(ctx, vaultPatience)
	defer cancel()
	if err != nil {
		return errors.Join(err, a.drop(ctx, saved, true))
	}
	if replaced != nil && replaced.account() != saved.account() {
		a.lists.remove()
		if err := a.deleteSignIn(ctx, *replaced); err != nil {
			a.log.Warn("the sign-in remembered before may still be in the keyring", "key", replaced.KeyID, "error", err)
		}
	}
	return nil
}

// save names the session in the settings, unless it is logged out by then, and returns what they named
// before, which is a leftover now. When it fails they name that again, unless its secret was replaced.
func (a *App) save(s *Session, saved SavedSession) (replaced *SavedSession, err error) {
	before, err := a.settings.attempt(func(v *Settings) {
		if s.hasEnded() {
			return
		}
		if v.Session != nil && !v.names(saved) {
			replaced := signInLeft(*v.Session)
			v.Session = nil
			v.leave(replaced)
		}
		v.Session = &saved
		v.unleave(signInLeft(saved))
	})
	if err != nil {
		return nil, err
	}
	if s.keep() {
		return before.Session, nil
	}
	_, err = a.settings.update(func(v *Settings) {
		if !v.names(saved) {
			return
		}
		v.Session = nil
		if before.Session != nil && !before.names(saved) {
			v.Session = before.Session
			v.unleave(signInLeft(*before.Session))
		}
		v.leave(signInLeft(saved))
	})
	return nil, errors.Join(ErrSignedOut, err)
}

// Forget is for a session that was just signed in and is not to be remembered: if an earlier sign-in with
// the same key at the same server is, it is forgotten, in the settings and in the keyring. Another one
// stays. Errors are as with LogOut.
func (a *App) Forget(ctx context.Context, s *Session) error {
	s.dropSecret()
	saved := s.saved()
	if before := a.settings.get().Session; before != nil && before.sameKey(saved) {
		saved = *before // its API may have moved since
	}
	return a.drop(ctx, saved, false)
}

// LogOut forgets the session's sign-in and the PIN, at once as far as the settings go, and with
// forgetSecrets the secrets kept for its server too. An error means that something may still be in the
// keyring, or that the settings could not be written. What the keyring would not delete is tried again at
// the next start or sign-in. A change of a key that is under way is not cut off: the secret that it is signed with
// goes when it ends.
func (a *App) LogOut(ctx context.Context, s *Session, forgetSecrets bool) error {
	offered := s.end()
	s.keys.retire(s.backend.Lock)
	return a.logOut(ctx, s.saved(), offered, s.vault, forgetSecrets)
}

// LogOutSaved is LogOut for the session that Resume would open.
func (a *App) LogOutSaved(ctx context.Context, forgetSecrets bool) error {
	saved := a.settings.get().Session
	if saved == nil {
		return a.removePIN()
	}
	return a.logOut(ctx, *saved, true, a.newVault(saved.Endpoint.Base), forgetSecrets)
}

// logOut writes once what is forgotten, and asks the keyring only then: the program may end at any moment.
func (a *App) logOut(ctx context.Context, saved SavedSession, offered bool, v *vault, forgetSecrets bool) error {
	secrets := Leftover{Base: v.base}
	before, failed := a.settings.update(func(s *Settings) {
		s.PIN = nil
		s.endSession(saved, offered)
		if forgetSecrets && !a.ephemeral { // which sweeps
			s.leave(secrets)
		}
	})
	errs := []error{failed, a.deleteNamed(ctx, before, saved, offered)}
	if forgetSecrets {
		err := v.seal(ctx)
		errs = append(errs, err)
		if err == nil || keyringKindOf(err) == KeyringLost {
			a.clearNote(secrets)
		}
	}
	err := errors.Join(errs...)
	if !hopeless(err) {
		a.ForgetLeftovers(ctx)
	}
	return err
}

// endSession has the settings name a sign-in no longer, and notes what the keyring may have of it.
func (s *Settings) endSession(saved SavedSession, offered bool) {
	named := s.names(saved)
	if named {
		s.Session = nil
	}
	if named || offered {
		s.leave(signInLeft(saved))
	}
}

// drop forgets a sign-in, in the settings and, if they named it or it was offered to the keyring, there.
func (a *App) drop(ctx context.Context, saved SavedSession, offered bool) error {
	before, err := a.settings.update(func(s *Settings) { s.endSession(saved, offered) })
	return errors.Join(err, a.deleteNamed(ctx, before, saved, offered))
}

// deleteNamed removes from disk and keyring what there is of a sign-in, once the settings no longer name it.
func (a *App) deleteNamed(ctx context.Context, before Settings, saved SavedSession, offered bool) error {
	named := before.names(saved)
	if named {
		a.lists.remove()
	}
	if !named && !offered {
		return nil
	}
	return a.deleteSignIn(ctx, saved)
}

// deleteSignIn removes a sign-in that is noted as a leftover from the keyring.
func (a *App) deleteSignIn(ctx context.Context, saved SavedSession) error {
	if err := a.store.Delete(ctx, signInService, saved.account()); err != nil {
		return fmt.Errorf("forget sign-in: %w", err)
	}
	a.clearNote(signInLeft(saved))
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

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
// When ctx ends it stops waiting for the keyring; what that has taken in by then is either named in the
// settings or removed before Remember returns.
func (a *App) Remember(ctx context.Context, s *Session) error {
	if a.ephemeral {
		return nil
	}
	secret, offered, done := s.offer()
	if done {
		return nil
	}
	saved := s.saved()
	err := a.store.Set(ctx, signInService, saved.account(), secret)
	ctx = context.WithoutCancel(ctx) // what is stored now must be named or removed
	switch {
	case leftAlone(err):
		s.setOffered(offered)
		return fmt.Errorf("remember session: %w", err)
	case err != nil:
		// What an earlier sign-in with this key stored may be gone.
		ctx, cancel := context.WithTimeout(ctx, vaultPatience)
		defer cancel()
		return errors.Join(fmt.Errorf("remember session: %w", err), a.drop(ctx, saved, false))
	}
	before, err := a.save(s, saved)
	ctx, cancel := context.WithTimeout(ctx, vaultPatience)
	defer cancel()
	if err != nil {
		return errors.Join(fmt.Errorf("remember session: %w", err), a.dropSignIn(ctx, saved))
	}
	if before != nil && before.account() != saved.account() {
		a.lists.remove()
		if err := a.dropSignIn(ctx, *before); err != nil {
			a.log.Warn("the sign-in remembered before may still be in the keyring", "key", before.KeyID, "error", err)
		}
	}
	return nil
}

// save names the session in the settings, unless it is logged out by then, and returns what they named
// before. When it fails they name that again, unless its secret was replaced.
func (a *App) save(s *Session, saved SavedSession) (before *SavedSession, err error) {
	err = a.settings.update(func(v *Settings) {
		before = v.Session
		if !s.hasEnded() {
			v.Session = &saved
			v.Forget = slices.DeleteFunc(v.Forget, func(l Leftover) bool { return l.inUse(v) })
		}
	})
	if err == nil {
		if s.keep() {
			return before, nil
		}
		err = ErrSignedOut
	}
	if before != nil && before.account() == saved.account() {
		before = nil
	}
	return nil, errors.Join(err, a.settings.update(func(v *Settings) {
		if v.Session == nil || v.Session.account() == saved.account() {
			v.Session = before
		}
	}))
}

// Forget is for a session that was just signed in and is not to be remembered: if an earlier sign-in with
// the same key at the same server is, it is forgotten, in the settings and in the keyring. Another one
// stays. Errors are as with LogOut.
func (a *App) Forget(ctx context.Context, s *Session) error {
	s.dropSecret()
	return a.drop(ctx, s.saved(), false)
}

// LogOut forgets the session's sign-in and the PIN, at once as far as the settings go, and with
// forgetSecrets the secrets kept for its server too. An error means that something may still be in the
// keyring, or that the settings could not be written. What the keyring would not delete is tried again at
// the next sign-in. A change of a key that is under way is not cut off: the secret that it is signed with
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
	return a.logOut(ctx, *saved, true, a.newVault(saved.home()), forgetSecrets)
}

func (a *App) logOut(ctx context.Context, saved SavedSession, offered bool, v *vault, forgetSecrets bool) error {
	errs := []error{a.removePIN(), a.drop(ctx, saved, offered)}
	if forgetSecrets {
		a.note(Leftover{Base: v.base}, true)
		err := v.seal(ctx)
		errs = append(errs, err)
		a.note(Leftover{Base: v.base}, err != nil && keyringKindOf(err) != KeyringLost)
	}
	return errors.Join(errs...)
}

// drop forgets a sign-in, in the settings and, if they named it or it was offered to the keyring, there.
func (a *App) drop(ctx context.Context, saved SavedSession, offered bool) error {
	named, err := a.forget(saved)
	if !named && !offered {
		return err
	}
	return errors.Join(err, a.dropSignIn(ctx, saved))
}

// dropSignIn removes a sign-in from the keyring, or notes that it is still to be.
func (a *App) dropSignIn(ctx context.Context, saved SavedSession) error {
	a.note(signInLeft(saved), true) // first: the program may end before the keyring has answered
	if err := a.store.Delete(ctx, signInService, saved.account()); err != nil {
		return fmt.Errorf("forget sign-in: %w", err)
	}
	a.note(signInLeft(saved), false)
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

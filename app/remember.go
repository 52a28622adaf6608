package app

import (
	"context"
	"errors"
	"fmt"

	"accesskeys/client"
)

// Remember keeps the session's sign-in in the keyring, so that Resume opens it next time. It returns the
// keyring's error, or that of writing the settings; then nothing is remembered. An Ephemeral App
// remembers nothing and returns nil.
func (a *App) Remember(ctx context.Context, s *Session) error {
	secret, done := s.offer()
	if done || a.ephemeral {
		return nil
	}
	saved := s.saved()
	before := a.settings.get().Session
	if err := a.store.Set(ctx, signInService, saved.account(), secret); err != nil {
		if !leftAlone(err) {
			err = errors.Join(err, a.forget(saved)) // what an earlier sign-in with this key stored may be gone
		}
		return fmt.Errorf("remember session: %w", err)
	}
	ctx = context.WithoutCancel(ctx) // what is stored now must be named or removed
	if err := a.save(s, saved); err != nil {
		return errors.Join(fmt.Errorf("remember session: %w", err), a.dropSignIn(ctx, saved))
	}
	if before != nil && before.account() != saved.account() {
		if err := a.dropSignIn(ctx, *before); err != nil {
			a.log.Warn("the sign-in remembered before may still be in the keyring", "key", before.KeyID, "error", err)
		}
	}
	return nil
}

// save names the session in the settings, unless it was logged out meanwhile.
func (a *App) save(s *Session, saved SavedSession) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		return ErrSignedOut
	}
	if err := a.settings.update(func(v *Settings) { v.Session = &saved }); err != nil {
		return errors.Join(err, a.forget(saved))
	}
	s.remembered, s.secret = true, client.Secret{}
	return nil
}

// LogOut forgets the session's sign-in, at once as far as the settings go, and with forgetSecrets the
// secrets kept for its server too. An error means that something may still be in the keyring, or that the
// settings could not be written.
func (a *App) LogOut(ctx context.Context, s *Session, forgetSecrets bool) error {
	offered := s.end()
	saved := s.saved()
	errs := []error{a.forget(saved)}
	if offered {
		errs = append(errs, a.dropSignIn(ctx, saved))
	}
	if forgetSecrets {
		errs = append(errs, s.vault.seal(ctx))
	}
	return errors.Join(errs...)
}

// dropSignIn removes a sign-in from the keyring.
func (a *App) dropSignIn(ctx context.Context, saved SavedSession) error {
	if err := a.store.Delete(ctx, signInService, saved.account()); err != nil {
		return fmt.Errorf("forget sign-in: %w", err)
	}
	return nil
}

// offer returns the secret to remember, or done when there is nothing left to do.
func (s *Session) offer() (secret client.Secret, done bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.offered = true
	return s.secret, s.remembered || s.ended
}

// end marks the session logged out, and reports whether the keyring may have its secret.
func (s *Session) end() (offered bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended, s.remembered, s.secret = true, false, client.Secret{}
	return s.offered
}

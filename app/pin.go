package app

import (
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"

	"accesskeys/client"
)

// MinPINLength is the fewest characters of a PIN.
const MinPINLength = 4

// maxPINDelay is the longest that a wrong PIN makes the next one wait.
const maxPINDelay = 15 * time.Minute

// Errors of PINs.
var (
	ErrPINShort = errors.New("the PIN is too short")
	ErrPINWrong = errors.New("wrong PIN")

	errPINHash = errors.New("the PIN's hash in the settings is damaged")
)

// PINDelayError means that a PIN was not looked at, because wrong ones came just before.
type PINDelayError struct {
	Wait time.Duration // until the next is looked at
}

// Error implements error, for logs.
func (e *PINDelayError) Error() string {
	return fmt.Sprintf("a PIN is looked at again in %v", e.Wait.Round(time.Second))
}

// PIN is what the settings keep of a PIN or passphrase: a hash that says nothing about it, and how often a
// wrong one was tried since the right one, so that starting anew does not forgive.
type PIN struct {
	Hash   string    `json:"hash"` // argon2id, in the PHC string format
	Failed int       `json:"failed,omitempty"`
	Last   time.Time `json:"last,omitzero"` // of the wrong ones
}

// HasPIN reports whether a PIN is asked for when the window is locked.
func (a *App) HasPIN() bool { return a.settings.get().PIN != nil }

// PINWait returns how long no PIN is looked at yet, because wrong ones came before. It does not wait for the
// disk.
func (a *App) PINWait() time.Duration {
	stored := a.settings.get().PIN
	if stored == nil {
		return 0
	}
	return stored.wait(a.now())
}

// SetPIN has a PIN asked for when the window is locked, in place of current, which is ignored where none
// is set. It returns ErrPINShort, the errors of CheckPIN about current, ErrSignedOut when the session was
// logged out before it was done, or the error of writing the settings; then nothing has changed.
func (a *App) SetPIN(s *Session, current, pin client.Secret) error {
	if utf8.RuneCountInString(pin.Reveal()) < MinPINLength {
		return ErrPINShort
	}
	if err := a.CheckPIN(current); err != nil {
		return err
	}
	hash, err := argon2id.CreateHash(pin.Reveal(), pinParams())
	if err != nil {
		return fmt.Errorf("hash PIN: %w", err)
	}
	return a.replacePIN(&PIN{Hash: hash}, s.hasEnded)
}

// RemovePIN has no PIN asked for any more. It returns the errors of CheckPIN, or that of writing the settings.
func (a *App) RemovePIN(current client.Secret) error {
	if err := a.CheckPIN(current); err != nil {
		return err
	}
	return a.removePIN()
}

func (a *App) removePIN() error { return a.replacePIN(nil, func() bool { return false }) }

// pinParams are the costs of a guess: RFC 9106's second recommendation, for memory that is not to spare.
func pinParams() *argon2id.Params {
	return &argon2id.Params{Memory: 64 << 10, Iterations: 3, Parallelism: 4, SaltLength: 16, KeyLength: 32}
}

// CheckPIN returns nil when pin is the PIN, or none is set. It returns ErrPINWrong, or a *PINDelayError
// without looking: after the nth wrong PIN in a row the next waits for 2^(n-1) seconds, at most a quarter
// of an hour. An error that is neither means that a check could not be made; nothing may be opened then.
// It takes a tenth of a second on purpose.
func (a *App) CheckPIN(pin client.Secret) error {
	a.checkingPIN.Lock()
	defer a.checkingPIN.Unlock()
	now := a.now()
	// Counted before it is looked at: who ends the program meanwhile has had a try.
	before, err := a.settings.update(func(s *Settings) { s.PIN = s.PIN.tried(now) })
	if err != nil {
		a.log.Warn("settings could not be written", "error", err)
	}
	stored := before.PIN
	if stored == nil {
		return nil
	}
	if wait := stored.wait(now); wait > 0 {
		return &PINDelayError{Wait: wait}
	}
	if !sound(stored.Hash) {
		return errPINHash
	}
	right, err := argon2id.ComparePasswordAndHash(pin.Reveal(), stored.Hash)
	if err != nil {
		return fmt.Errorf("check PIN: %w", err)
	}
	if !right {
		return ErrPINWrong
	}
	if _, err := a.settings.update(func(s *Settings) { s.PIN = s.PIN.forgiven(stored.Hash) }); err != nil {
		a.log.Warn("settings could not be written", "error", err)
	}
	return nil
}

// tried returns what to keep of a PIN as the next is tried: a wrong one is counted, unless it has to wait. A clock
// that was set back forgives nothing, but the wait is not for the difference.
func (p *PIN) tried(now time.Time) *PIN {
	if p == nil {
		return nil
	}
	next := *p
	if next.Last.After(now) {
		next.Last = now.Round(0).UTC()
	}
	if next.wait(now) == 0 {
		next.Failed, next.Last = max(next.Failed, 0)+1, now.Round(0).UTC()
	}
	return &next
}

// forgiven returns what to keep of a PIN once the one with that hash was given.
func (p *PIN) forgiven(hash string) *PIN {
	if p == nil || p.Hash != hash {
		return p
	}
	return &PIN{Hash: hash}
}

// sound reports whether a hash is one of ours: the library takes any costs that a file names, and some end
// the program.
func sound(hash string) bool {
	params, _, _, err := argon2id.DecodeHash(hash)
	return err == nil && *params == *pinParams()
}

// wait is how long the next PIN has to wait.
func (p PIN) wait(now time.Time) time.Duration {
	if p.Failed <= 0 {
		return 0
	}
	delay := maxPINDelay
	if p.Failed <= 10 {
		delay = min(delay, time.Second<<(p.Failed-1))
	}
	return max(0, delay-max(0, now.Sub(p.Last)))
}

// replacePIN sets the PIN in the settings, or leaves it as it was where they cannot be written. Where it is
// out of date by then it is not set.
func (a *App) replacePIN(pin *PIN, outdated func() bool) error {
	_, err := a.settings.attempt(func(s *Settings) {
		if !outdated() {
			s.PIN = pin
		}
	})
	switch {
	case err != nil:
		return fmt.Errorf("write settings: %w", err)
	case outdated():
		return ErrSignedOut
	}
	return nil
}

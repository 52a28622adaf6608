// Package pin checks the PIN that opens a locked window, and makes guesses wait.
package pin

import (
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"

	"accesskeys/app/broadcast"
	"accesskeys/app/settings"
	"accesskeys/client"
)

// MinLength is the fewest characters of a PIN.
const MinLength = 4

// Errors of PINs.
var (
	ErrShort = errors.New("the PIN is too short")
	ErrWrong = errors.New("wrong PIN")

	errHash = errors.New("the PIN's hash in the settings is damaged")
)

// Act is something that was done to the PIN, or with it.
type Act int

// The acts.
const (
	ActWrong Act = iota // a wrong one was given
	ActSet              // where there was none
	ActChange
	ActRemove
)

// PIN is the PIN that is asked for when the window is locked. The settings keep it.
type PIN struct {
	Acted broadcast.Signal[Act]

	settings *settings.File
	log      *slog.Logger
	now      func() time.Time

	checking sync.Mutex // held while a PIN is checked, so that guesses come one at a time
}

// New returns the PIN that the settings keep. now is the time of day.
func New(settings *settings.File, log *slog.Logger, now func() time.Time) *PIN {
	return &PIN{settings: settings, log: log, now: now}
}

// IsSet reports whether a PIN is asked for when the window is locked.
func (p *PIN) IsSet() bool { return p.settings.Get().PIN != nil }

// IsSetOnDisk is IsSet after a look at the disk: another process may have set one.
func (p *PIN) IsSetOnDisk() bool {
	now, _ := p.settings.Reread() // what was known before if it cannot be read
	return now.PIN != nil
}

// Set has a PIN asked for when the window is locked, in place of current, which is ignored where none is set. It
// returns ErrShort, the errors of Check about current, the error of ended, which tells whether the session was
// logged out before it was done, or the error of writing the settings; then nothing has changed.
func (p *PIN) Set(current, pin client.Secret, ended func() error) error {
	if utf8.RuneCountInString(pin.Reveal()) < MinLength {
		return ErrShort
	}
	if err := p.Check(current); err != nil {
		return err
	}
	hash, err := argon2id.CreateHash(pin.Reveal(), params())
	if err != nil {
		return fmt.Errorf("hash PIN: %w", err)
	}
	return p.replace(&settings.PIN{Hash: hash}, ended)
}

// Remove has no PIN asked for any more. It returns the errors of Check, or that of writing the settings.
func (p *PIN) Remove(current client.Secret) error {
	if err := p.Check(current); err != nil {
		return err
	}
	return p.replace(nil, func() error { return nil })
}

// params are the costs of a guess: RFC 9106's second recommendation, for memory that is not to spare.
func params() *argon2id.Params {
	return &argon2id.Params{Memory: 64 << 10, Iterations: 3, Parallelism: 4, SaltLength: 16, KeyLength: 32}
}

// Check returns nil when pin is the PIN, or none is set. It returns ErrWrong, or a *DelayError
// without checking: after the nth wrong PIN in a row the next waits for 2^(n-1) seconds, at most a quarter
// of an hour. An error that is neither means that a check could not be made; nothing may be opened then.
// It takes a tenth of a second on purpose.
func (p *PIN) Check(pin client.Secret) error {
	p.checking.Lock()
	defer p.checking.Unlock()
	now := p.now()
	// Counted before it is compared: a user who ends the program meanwhile has had a try.
	before, err := p.settings.Update(func(s *settings.Settings) { s.PIN = tried(s.PIN, now) })
	if err != nil {
		p.log.Warn("settings could not be written", "error", err)
	}
	stored := before.PIN
	if stored == nil {
		return nil
	}
	if wait := waitOf(*stored, now); wait > 0 {
		return &DelayError{Wait: wait}
	}
	if !sound(stored.Hash) {
		return errHash
	}
	right, err := argon2id.ComparePasswordAndHash(pin.Reveal(), stored.Hash)
	if err != nil {
		return fmt.Errorf("check PIN: %w", err)
	}
	if !right {
		p.Acted.Emit(ActWrong)
		return ErrWrong
	}
	if _, err := p.settings.Update(func(s *settings.Settings) { s.PIN = forgiven(s.PIN, stored.Hash) }); err != nil {
		p.log.Warn("settings could not be written", "error", err)
	}
	return nil
}

// sound reports whether a hash is one of ours: the library takes any costs that a file names, and some end
// the program.
func sound(hash string) bool {
	costs, _, _, err := argon2id.DecodeHash(hash)
	return err == nil && *costs == *params()
}

// replace sets the PIN in the settings, or leaves it as it was where they cannot be written. Once ended has an error
// it is not set.
func (p *PIN) replace(pin *settings.PIN, ended func() error) error {
	before, err := p.settings.Attempt(func(s *settings.Settings) {
		if ended() == nil {
			s.PIN = pin
		}
	})
	if err != nil {
		return fmt.Errorf("write settings: %w", err)
	}
	if err := ended(); err != nil {
		return err
	}
	switch had := before.PIN != nil; {
	case had && pin != nil:
		p.Acted.Emit(ActChange)
	case had:
		p.Acted.Emit(ActRemove)
	case pin != nil:
		p.Acted.Emit(ActSet)
	}
	return nil
}

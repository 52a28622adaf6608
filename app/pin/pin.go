// Package pin checks the PIN that unlocks the window, and delays further attempts after wrong PINs. A user who has
// forgotten the PIN logs out: app/session/logout.go removes it.
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

// minLength is the least number of characters in a PIN.
const minLength = 4

// The errors of PINs.
var (
	ErrShort = errors.New("the PIN is too short")
	ErrWrong = errors.New("wrong PIN")

	errHash = errors.New("the PIN's hash in the settings is damaged")
)

// Act says what happened to the PIN.
type Act int

// The acts.
const (
	ActWrong     Act = iota // a wrong PIN was entered to unlock the window
	ActNotChange            // a wrong PIN was entered to change it
	ActNotRemove
	ActSet // a PIN was set where there was none
	ActChange
	ActRemove
)

// PIN is the PIN that unlocks the window. Its hash is in the settings.
type PIN struct {
	Acted broadcast.Signal[Act]

	settings *settings.File
	log      *slog.Logger
	now      func() time.Time

	checking sync.Mutex // held while a PIN is checked, so that only one is checked at a time
}

// New returns the PIN in the settings. now returns the current time.
func New(settings *settings.File, log *slog.Logger, now func() time.Time) *PIN {
	return &PIN{settings: settings, log: log, now: now}
}

// IsSet reports whether there is a PIN.
func (p *PIN) IsSet() bool { return p.settings.Get().PIN != nil }

// IsSetOnDisk is IsSet after reading the settings again, because another process may have set a PIN.
func (p *PIN) IsSetOnDisk() bool {
	now, _ := p.settings.Reread() // if this fails, now are the settings in memory
	return now.PIN != nil
}

// Set sets the PIN. current is the PIN so far and is ignored if there is none. ended returns an error if the user has
// logged out; Set then changes nothing and returns that error. Set also returns ErrShort, the errors of Check for
// current, and the error of writing the settings, and has then changed nothing either.
func (p *PIN) Set(current, pin client.Secret, ended func() error) error {
	if utf8.RuneCountInString(pin.Reveal()) < minLength {
		return ErrShort
	}
	if err := p.check(current, ActNotChange); err != nil {
		return err
	}
	hash, err := argon2id.CreateHash(pin.Reveal(), params())
	if err != nil {
		return fmt.Errorf("hash PIN: %w", err)
	}
	return p.replace(&settings.PIN{Hash: hash}, ended)
}

// Remove removes the PIN. It returns the errors of Check, or that of writing the settings.
func (p *PIN) Remove(current client.Secret) error {
	if err := p.check(current, ActNotRemove); err != nil {
		return err
	}
	return p.replace(nil, func() error { return nil })
}

// params returns the costs of a check: the second recommendation of RFC 9106, for computers with little memory.
func params() *argon2id.Params {
	return &argon2id.Params{Memory: 64 << 10, Iterations: 3, Parallelism: 4, SaltLength: 16, KeyLength: 32}
}

// Check returns nil if pin is the PIN, or if none is set. It returns ErrWrong for a wrong PIN. After n wrong PINs in a
// row, it returns a *DelayError without checking for 2^(n-1) seconds, at most 15 minutes. Any other error means that the
// PIN could not be checked, and the window must stay locked. Check takes about a tenth of a second on purpose.
func (p *PIN) Check(pin client.Secret) error { return p.check(pin, ActWrong) }

// check is Check. wrong is what to report of a wrong PIN.
func (p *PIN) check(pin client.Secret, wrong Act) error {
	p.checking.Lock()
	defer p.checking.Unlock()
	now := p.now()
	stored := p.countTry(now) // before comparing, so that it also counts if the user ends the program meanwhile
	if stored == nil {
		return nil
	}
	if wait := delayOf(*stored, now); wait > 0 {
		return &DelayError{Wait: wait}
	}
	if !hasOurParams(stored.Hash) {
		return errHash
	}
	right, err := argon2id.ComparePasswordAndHash(pin.Reveal(), stored.Hash)
	if err != nil {
		return fmt.Errorf("check PIN: %w", err)
	}
	if !right {
		p.Acted.Emit(wrong)
		return ErrWrong
	}
	p.forgetTries(stored.Hash)
	return nil
}

// hasOurParams reports whether a hash is valid and has the costs of params. The library accepts any costs that a hash in
// the file states, and some would crash the program.
func hasOurParams(hash string) bool {
	costs, _, _, err := argon2id.DecodeHash(hash)
	return err == nil && *costs == *params()
}

// replace sets the PIN in the settings, unless ended returns an error. If the settings cannot be written, the PIN stays
// as it was.
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

package keyring

import (
	"errors"

	gokeyring "github.com/zalando/go-keyring"
)

// systemKeyring implements System with go-keyring.
type systemKeyring struct{ link busLink }

func (s *systemKeyring) Reach() error { return s.link.reach() }
func (s *systemKeyring) Probe() error { return probeSystem() }

func (s *systemKeyring) Unlocked() error { return unlockedSystem() }

func (s *systemKeyring) Accounts(service string) ([]string, error) {
	accounts, err := accountsOf(service)
	return accounts, refineError(err)
}

func (s *systemKeyring) Get(service, account string) (string, error) {
	value, err := gokeyring.Get(service, account)
	return value, refineError(notStored(err))
}

func (s *systemKeyring) Set(service, account, secret string) error {
	return refineError(gokeyring.Set(service, account, secret))
}

func (s *systemKeyring) Delete(service, account string) error {
	return refineError(notStored(gokeyring.Delete(service, account)))
}

func notStored(err error) error {
	if errors.Is(err, gokeyring.ErrNotFound) {
		return ErrNotStored
	}
	return err
}

// kindOfSystem returns the kind of an error of go-keyring or of the system.
func kindOfSystem(err error) Kind {
	switch {
	case errors.Is(err, gokeyring.ErrSetDataTooBig):
		return TooLarge
	case errors.Is(err, gokeyring.ErrUnsupportedPlatform):
		return Missing
	}
	return kindOfPlatform(err)
}

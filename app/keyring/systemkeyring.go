package keyring

import (
	"errors"

	gokeyring "github.com/zalando/go-keyring"
)

// systemKeyring is the System over go-keyring.
type systemKeyring struct{ link link }

func (s *systemKeyring) Reach() error { return s.link.reach() }
func (s *systemKeyring) Probe() error { return probeSystem() }

func (s *systemKeyring) Unlocked() error { return unlockedSystem() }

func (s *systemKeyring) Accounts(service string) ([]string, error) {
	accounts, err := accountsOf(service)
	return accounts, explained(err)
}

func (s *systemKeyring) Get(service, account string) (string, error) {
	value, err := gokeyring.Get(service, account)
	return value, explained(notStored(err))
}

func (s *systemKeyring) Set(service, account, secret string) error {
	return explained(gokeyring.Set(service, account, secret))
}

func (s *systemKeyring) Delete(service, account string) error {
	return explained(notStored(gokeyring.Delete(service, account)))
}

func notStored(err error) error {
	if errors.Is(err, gokeyring.ErrNotFound) {
		return ErrNotStored
	}
	return err
}

// kindOfSystem tells what a system's own error means.
func kindOfSystem(err error) Kind {
	switch {
	case errors.Is(err, gokeyring.ErrSetDataTooBig):
		return TooLarge
	case errors.Is(err, gokeyring.ErrUnsupportedPlatform):
		return Missing
	}
	return kindOfPlatform(err)
}

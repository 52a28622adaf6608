package app

import (
	"errors"

	"github.com/zalando/go-keyring"
)

// osKeyring is the system's keyring: calls that block for as long as they like.
type osKeyring interface {
	// Reach makes sure that there is a keyring to talk to.
	Reach() error
	// Probe asks whether it answers, without a prompt.
	Probe() error
	// Get returns ErrNotStored when there is no such entry.
	Get(service, account string) (string, error)
	Set(service, account, secret string) error
	// Delete returns ErrNotStored when there is no such entry.
	Delete(service, account string) error
}

// systemKeyring is the osKeyring over go-keyring.
type systemKeyring struct{}

func (systemKeyring) Reach() error { return reachSystem() }
func (systemKeyring) Probe() error { return probeSystem() }

func (systemKeyring) Get(service, account string) (string, error) {
	value, err := keyring.Get(service, account)
	return value, notStored(err)
}

func (systemKeyring) Set(service, account, secret string) error {
	return keyring.Set(service, account, secret)
}

func (systemKeyring) Delete(service, account string) error {
	return notStored(keyring.Delete(service, account))
}

func notStored(err error) error {
	if errors.Is(err, keyring.ErrNotFound) {
		return ErrNotStored
	}
	return err
}

// kindOfSystem tells what a system's own error means.
func kindOfSystem(err error) KeyringKind {
	switch {
	case errors.Is(err, keyring.ErrSetDataTooBig):
		return KeyringTooLarge
	case errors.Is(err, keyring.ErrUnsupportedPlatform):
		return KeyringMissing
	}
	return kindOfPlatform(err)
}

//go:build !(linux || freebsd || netbsd || openbsd || dragonfly)

package app

import (
	"errors"
	"os/exec"

	"github.com/zalando/go-keyring"
)

// reachSystem has nothing to look for: the keyring is part of the system.
func reachSystem() error { return nil }

// probeSystem asks for an entry that is not there, which prompts for nothing.
func probeSystem() error {
	_, err := keyring.Get(signInService, "probe")
	if errors.Is(err, keyring.ErrNotFound) {
		return nil
	}
	return err
}

// kindOfPlatform tells what an error of the system means. On macOS, go-keyring runs the security program.
func kindOfPlatform(err error) KeyringKind {
	var notRun *exec.Error
	if errors.As(err, &notRun) {
		return KeyringMissing
	}
	return KeyringRefused
}

//go:build !(linux || freebsd || netbsd || openbsd || dragonfly)

package keyring

import (
	"errors"
	"os/exec"

	gokeyring "github.com/zalando/go-keyring"
)

// busLink is empty, because the keyring is part of the system and needs no connection.
type busLink struct{}

func (*busLink) reach() error { return nil }

// refineError returns err, since errors are specific on these systems.
func refineError(err error) error { return err }

// mayHaveActed returns false, since a call that failed has no effect on these systems.
func mayHaveActed(error) bool { return false }

// probeSystem reads an entry that does not exist, for which the system asks the user nothing.
func probeSystem() error {
	_, err := gokeyring.Get(ServiceSignIn, "probe")
	if errors.Is(err, gokeyring.ErrNotFound) {
		return nil
	}
	return err
}

// unlockedSystem returns nil, because the system unlocks its keyring when the user logs in.
func unlockedSystem() error { return nil }

// Peek is the same as Get, because the keyring is always unlocked.
func (s *systemKeyring) Peek(service, account string) (string, error) { return s.Get(service, account) }

// kindOfPlatform returns the kind of a system error. On macOS, go-keyring runs the security program.
func kindOfPlatform(err error) Kind {
	var notRun *exec.Error
	if errors.As(err, &notRun) {
		return Missing
	}
	return Refused
}

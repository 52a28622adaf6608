//go:build !(linux || freebsd || netbsd || openbsd || dragonfly)

package keyring

import (
	"errors"
	"os/exec"

	gokeyring "github.com/zalando/go-keyring"
)

// link is nothing: the keyring is part of the system.
type link struct{}

func (*link) reach() error { return nil }

// explained has nothing to add.
func explained(err error) error { return err }

// brokeOff reports whether a call may have done what it was to do although it failed. It cannot have.
func brokeOff(error) bool { return false }

// probeSystem asks for an entry that is not there, which prompts for nothing.
func probeSystem() error {
	_, err := gokeyring.Get(ServiceSignIn, "probe")
	if errors.Is(err, gokeyring.ErrNotFound) {
		return nil
	}
	return err
}

// unlockedSystem has nothing to ask: the system unlocks its keyring when the user logs in.
func unlockedSystem() error { return nil }

// Peek is Get: see unlockedSystem.
func (s *systemKeyring) Peek(service, account string) (string, error) { return s.Get(service, account) }

// kindOfPlatform tells what an error of the system means. On macOS, go-keyring runs the security program.
func kindOfPlatform(err error) Kind {
	var notRun *exec.Error
	if errors.As(err, &notRun) {
		return Missing
	}
	return Refused
}

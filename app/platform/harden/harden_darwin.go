//go:build darwin && !ios

package harden

import (
	"errors"
	"fmt"

	"golang.org/x/sys/unix"
)

// Process keeps other programs of the same user from reading the process's memory, and keeps it out of crash dumps, as far
// as the system allows. If it returns an error, the program can go on. If a debugger is attached already, the system ends
// the process.
func Process() error {
	return errors.Join(noCoreFile(), noDebugger())
}

func noDebugger() error {
	if err := unix.PtraceDenyAttach(); err != nil {
		return fmt.Errorf("deny debuggers: %w", err)
	}
	return nil
}

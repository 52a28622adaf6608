//go:build darwin && !ios

package harden

import (
	"errors"
	"fmt"

	"golang.org/x/sys/unix"
)

// Process keeps the process's memory from other programs of the same user and out of crash dumps, as far as
// the system lets it. What failed is in the error; the program can go on. A debugger that is
// attached already makes the system end the process here.
func Process() error {
	return errors.Join(noCoreFile(), noDebugger())
}

func noDebugger() error {
	if err := unix.PtraceDenyAttach(); err != nil {
		return fmt.Errorf("deny debuggers: %w", err)
	}
	return nil
}

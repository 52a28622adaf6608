//go:build unix

package harden

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// noCoreFile keeps the kernel from writing a core file when the process crashes. Unless it is root, the process cannot
// change that back.
func noCoreFile() error {
	if err := unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}); err != nil {
		return fmt.Errorf("allow no core file: %w", err)
	}
	return nil
}

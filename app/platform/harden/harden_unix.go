//go:build unix

package harden

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// noCoreFile has the kernel write no memory to a file when the process crashes, now and, unless it is
// root, for good.
func noCoreFile() error {
	if err := unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}); err != nil {
		return fmt.Errorf("allow no core file: %w", err)
	}
	return nil
}

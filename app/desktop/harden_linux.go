package desktop

import (
	"errors"
	"fmt"

	"golang.org/x/sys/unix"
)

// Harden keeps the process's memory from other programs of the same user and out of crash dumps, as far as
// the system lets it. What could not be had is in the error; the program can go on. The programs that it
// starts are not affected.
//
// From then on xdg-desktop-portal denies the process everything, because it may not look at it to see
// whether it is a sandbox: https://github.com/flatpak/xdg-desktop-portal/issues/785. A bus connection that
// it has answered before keeps being answered.
func Harden() error {
	return errors.Join(noCoreFile(), notDumpable())
}

// notDumpable makes /proc/self and ptrace out of reach for others. It also keeps the kernel from dumping
// to a program, such as systemd-coredump: that ignores the limit which noCoreFile sets.
func notDumpable() error {
	if err := unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0); err != nil {
		return fmt.Errorf("make the process not dumpable: %w", err)
	}
	return nil
}

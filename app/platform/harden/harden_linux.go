// Package harden keeps other programs from reading this one's memory.
package harden

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sys/unix"

	"accesskeys/app/platform/sessionbus"
)

// portalPatience is how long the desktop portal may take to answer, which may have to be started.
const portalPatience = 2 * time.Second

// Process keeps the process's memory from other programs of the same user and out of crash dumps, as far as
// the system lets it. What failed is in the error; the program can go on. The programs that it
// starts are not affected. It may wait for the desktop portal: run it in the background.
func Process() error {
	err := noCoreFile()
	meetPortal()
	return errors.Join(err, notDumpable())
}

// meetPortal asks xdg-desktop-portal something on the bus connection that the toolkit asks it for light and
// dark on. It answers only whom it can look at, to see whether it is in a sandbox, but remembers that:
// https://github.com/flatpak/xdg-desktop-portal/issues/785. Afterwards it could not look any more.
func meetPortal() {
	if sessionbus.UnixOnly(sessionbus.SessionAddress()) == "" {
		return // there is none, or connecting to it may take long
	}
	conn, err := sessionbus.Shared()
	if err != nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), portalPatience)
	defer cancel()
	portal := conn.Object("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop")
	portal.CallWithContext(ctx, "org.freedesktop.portal.Settings.Read", 0, "org.freedesktop.appearance", "color-scheme")
}

// notDumpable makes /proc/self and ptrace out of reach for others. It also keeps the kernel from dumping
// to a program, such as systemd-coredump: that ignores the limit which noCoreFile sets.
func notDumpable() error {
	if err := unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0); err != nil {
		return fmt.Errorf("make the process not dumpable: %w", err)
	}
	return nil
}

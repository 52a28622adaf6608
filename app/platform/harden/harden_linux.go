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

// portalLimit is how long the desktop portal, which may have to start first, may take to answer.
const portalLimit = 2 * time.Second

// Process keeps other programs of the same user from reading the process's memory, and keeps it out of crash dumps, as far
// as the system allows. If it returns an error, the program can go on. Child processes are not affected. Process may wait
// for the desktop portal, so it should run in the background.
func Process() error {
	err := noCoreFile()
	registerWithPortal()
	return errors.Join(err, notDumpable())
}

// registerWithPortal makes a call to xdg-desktop-portal on the bus connection on which the toolkit asks it for light or
// dark. The portal answers only clients that it can inspect, to see whether they are in a sandbox, and remembers the
// result: https://github.com/flatpak/xdg-desktop-portal/issues/785. After notDumpable it could not inspect the process.
func registerWithPortal() {
	if sessionbus.UnixOnly(sessionbus.SessionAddress()) == "" {
		return // there is no bus, or connecting to it may take long
	}
	conn, err := sessionbus.Shared()
	if err != nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), portalLimit)
	defer cancel()
	portal := conn.Object("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop")
	portal.CallWithContext(ctx, "org.freedesktop.portal.Settings.Read", 0, "org.freedesktop.appearance", "color-scheme")
}

// notDumpable denies other processes ptrace and most of /proc/self. It also keeps the kernel from dumping to a program
// such as systemd-coredump, for which the limit of noCoreFile has no effect.
func notDumpable() error {
	if err := unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0); err != nil {
		return fmt.Errorf("make the process not dumpable: %w", err)
	}
	return nil
}

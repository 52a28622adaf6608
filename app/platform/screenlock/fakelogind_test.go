//go:build linux

package screenlock_test

import (
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
	"golang.org/x/sys/unix"

	"accesskeys/app/apptest/check"
	"accesskeys/app/platform/platformtest"
)

const (
	ownSession   = dbus.ObjectPath("/org/freedesktop/login1/session/own")
	otherSession = dbus.ObjectPath("/org/freedesktop/login1/session/other")
	user         = dbus.ObjectPath("/org/freedesktop/login1/user/one")
	manager      = dbus.ObjectPath("/org/freedesktop/login1")
)

// fakeLogind is an org.freedesktop.login1 with what is needed to find a session and to delay sleep.
type fakeLogind struct {
	conn       *dbus.Conn
	inhibitors chan *inhibitor

	// How our session can be found. The zero value knows no session.
	byPID, byID, byDisplay bool
}

// newLogind puts a fakeLogind on the bus.
func newLogind(t *testing.T, bus *platformtest.Bus, know func(*fakeLogind)) *fakeLogind {
	t.Helper()
	l := &fakeLogind{conn: bus.Join(t), inhibitors: make(chan *inhibitor, 16)}
	know(l)
	check.Must(t, l.conn.Export(l, manager, "org.freedesktop.login1.Manager"))
	check.Must(t, l.conn.Export(fakeUser{l.byDisplay}, user, "org.freedesktop.DBus.Properties"))
	_, err := l.conn.RequestName("org.freedesktop.login1", dbus.NameFlagDoNotQueue)
	check.Must(t, err)
	return l
}

// knowByPID makes logind know the session of a process.
func knowByPID(l *fakeLogind) { l.byPID = true }

// GetSessionByPID is called by Watch.
func (l *fakeLogind) GetSessionByPID(pid uint32) (dbus.ObjectPath, *dbus.Error) {
	if !l.byPID || int(pid) != os.Getpid() {
		return "", dbus.NewError("org.freedesktop.login1.NoSessionForPID", nil)
	}
	return ownSession, nil
}

// GetSession is called by Watch.
func (l *fakeLogind) GetSession(id string) (dbus.ObjectPath, *dbus.Error) {
	if !l.byID || id != "own" {
		return "", dbus.NewError("org.freedesktop.login1.NoSuchSession", nil)
	}
	return ownSession, nil
}

// GetUser is called by Watch.
func (l *fakeLogind) GetUser(uid uint32) (dbus.ObjectPath, *dbus.Error) {
	if int(uid) != os.Getuid() {
		return "", dbus.NewError("org.freedesktop.login1.NoSuchUser", nil)
	}
	return user, nil
}

// Inhibit is called by Watch.
func (l *fakeLogind) Inhibit(what, who, why, mode string) (dbus.UnixFD, *dbus.Error) {
	if what != "sleep" || mode != "delay" || who == "" || why == "" {
		return -1, dbus.MakeFailedError(fmt.Errorf("inhibit %q %q %q %q", what, who, why, mode))
	}
	kept, given, err := os.Pipe()
	if err != nil {
		return -1, dbus.MakeFailedError(err)
	}
	fd := dbus.UnixFD(given.Fd())
	l.inhibitors <- &inhibitor{kept: kept, given: given}
	return fd, nil
}

// sleep signals that the machine is about to sleep, or has woken up.
func (l *fakeLogind) sleep(t *testing.T, about bool) {
	t.Helper()
	check.Must(t, l.conn.Emit(manager, "org.freedesktop.login1.Manager.PrepareForSleep", about))
}

// lock asks a session to lock.
func (l *fakeLogind) lock(t *testing.T, session dbus.ObjectPath) {
	t.Helper()
	check.Must(t, l.conn.Emit(session, "org.freedesktop.login1.Session.Lock"))
}

// hint signals that a session was locked or unlocked.
func (l *fakeLogind) hint(t *testing.T, session dbus.ObjectPath, locked bool) {
	t.Helper()
	check.Must(t, l.conn.Emit(session, "org.freedesktop.DBus.Properties.PropertiesChanged", "org.freedesktop.login1.Session",
		map[string]dbus.Variant{"LockedHint": dbus.MakeVariant(locked)}, []string{}))
}

// nextInhibitor waits until sleep is being delayed.
func (l *fakeLogind) nextInhibitor(t *testing.T) *inhibitor {
	t.Helper()
	select {
	case b := <-l.inhibitors:
		t.Cleanup(b.close)
		return b
	case <-time.After(platformtest.Patience):
		t.Fatal("nobody holds sleep up")
		return nil
	}
}

// fakeUser has the property Display of a user.
type fakeUser struct{ display bool }

// Get is called by Watch.
func (u fakeUser) Get(iface, property string) (dbus.Variant, *dbus.Error) {
	type session struct {
		ID   string
		Path dbus.ObjectPath
	}
	switch {
	case iface != "org.freedesktop.login1.User" || property != "Display":
		return dbus.Variant{}, dbus.NewError("org.freedesktop.DBus.Error.UnknownProperty", nil)
	case !u.display:
		return dbus.MakeVariant(session{Path: "/"}), nil
	}
	return dbus.MakeVariant(session{ID: "own", Path: ownSession}), nil
}

// inhibitor delays sleep until the other side has closed its copy of given.
type inhibitor struct{ kept, given *os.File }

// arrived closes the test's copy. It is called when the other side must have its own: it has handled earlier messages when
// it reacts to a signal.
func (b *inhibitor) arrived() { _ = b.given.Close() }

// released waits up to limit until the other side has closed its copy, and reports whether it has.
func (b *inhibitor) released(limit time.Duration) bool {
	fds := []unix.PollFd{{Fd: int32(b.kept.Fd())}}
	for {
		n, err := unix.Poll(fds, int(limit.Milliseconds()))
		if err != unix.EINTR {
			return n == 1 && fds[0].Revents&unix.POLLHUP != 0
		}
	}
}

func (b *inhibitor) close() {
	_ = b.given.Close()
	_ = b.kept.Close()
}

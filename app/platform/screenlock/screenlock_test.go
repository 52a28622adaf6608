//go:build linux

package screenlock_test

import (
	"context"
	"log/slog"
	"net"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"accesskeys/app/apptest/check"
	"accesskeys/app/platform/platformtest"
	"accesskeys/app/platform/screenlock"
)

// watching is a running Watch.
type watching struct {
	away chan struct{}
	stop func() // ends it and waits until it has ended
	done chan struct{}
}

// watch starts a Watch. away calls meanwhile, which may be nil.
func watch(t *testing.T, meanwhile func()) *watching {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	w := &watching{away: make(chan struct{}, 64), done: make(chan struct{})}
	go func() {
		defer close(w.done)
		screenlock.Watch(ctx, slog.New(slog.NewTextHandler(t.Output(), nil)), func() {
			if meanwhile != nil {
				meanwhile()
			}
			w.away <- struct{}{}
		})
	}()
	w.stop = func() {
		t.Helper()
		cancel()
		w.ended(t)
	}
	t.Cleanup(w.stop)
	return w
}

// ended waits until the Watch returns.
func (w *watching) ended(t *testing.T) {
	t.Helper()
	select {
	case <-w.done:
	case <-time.After(platformtest.Patience):
		t.Error("Watch did not return")
	}
}

// called waits until away was called.
func (w *watching) called(t *testing.T, why string) {
	t.Helper()
	select {
	case <-w.away:
	case <-time.After(platformtest.Patience):
		t.Fatalf("%s: away was not called", why)
	}
}

// quiet ends the Watch and fails the test if away was called.
func (w *watching) quiet(t *testing.T) {
	t.Helper()
	w.stop()
	if n := len(w.away); n > 0 {
		t.Errorf("away was called %d times too often", n)
	}
}

// useBuses sets the addresses of the buses. "" means that there is none.
func useBuses(t *testing.T, system, session string) {
	t.Helper()
	nowhere := "unix:path=" + filepath.Join(t.TempDir(), "none")
	for name, address := range map[string]string{
		"DBUS_SYSTEM_BUS_ADDRESS": system, "DBUS_SESSION_BUS_ADDRESS": session,
	} {
		if address == "" {
			address = nowhere
		}
		t.Setenv(name, address)
	}
	t.Setenv("XDG_SESSION_ID", "")
}

func TestSleepWaitsForAway(t *testing.T) {
	bus := platformtest.NewBus(t)
	useBuses(t, bus.Address, bus.Address)
	logind := newLogind(t, bus, knowByPID)
	var held atomic.Pointer[inhibitor]
	w := watch(t, func() {
		held.Load().arrived()
		if held.Load().released(0) {
			t.Error("the machine may sleep before away returned")
		}
	})
	for _, night := range []string{"first sleep", "second sleep"} {
		held.Store(logind.nextInhibitor(t))
		logind.sleep(t, true)
		w.called(t, night)
		if !held.Load().released(platformtest.Patience) {
			t.Errorf("%s: still held up", night)
		}
		logind.sleep(t, false)
	}
	held.Store(logind.nextInhibitor(t))
	logind.lock(t, ownSession)
	w.called(t, "lock")
	w.quiet(t)
	if !held.Load().released(platformtest.Patience) {
		t.Error("held up by a Watch that has ended")
	}
}

func TestSleepIsHeldUpOnce(t *testing.T) {
	bus := platformtest.NewBus(t)
	useBuses(t, bus.Address, "")
	logind := newLogind(t, bus, knowByPID)
	w := watch(t, nil)
	logind.nextInhibitor(t)
	logind.sleep(t, false)
	logind.lock(t, ownSession)
	w.called(t, "lock after it")
	if n := len(logind.inhibitors); n > 0 {
		t.Errorf("held up %d times more", n)
	}
}

func TestLockOfOurSession(t *testing.T) {
	ways := map[string]func(*fakeLogind){
		"found by the process": knowByPID,
		"found by its ID":      func(l *fakeLogind) { l.byID = true },
		"found by the display": func(l *fakeLogind) { l.byDisplay = true },
	}
	for name, know := range ways {
		t.Run(name, func(t *testing.T) {
			bus := platformtest.NewBus(t)
			useBuses(t, bus.Address, "")
			t.Setenv("XDG_SESSION_ID", "own")
			logind := newLogind(t, bus, know)
			w := watch(t, nil)
			logind.nextInhibitor(t)
			logind.lock(t, otherSession)
			logind.hint(t, otherSession, true)
			logind.hint(t, ownSession, false)
			logind.lock(t, ownSession)
			w.called(t, "Lock")
			logind.hint(t, ownSession, true)
			w.called(t, "LockedHint")
			w.quiet(t)
		})
	}
}

func TestSleepWithoutSession(t *testing.T) {
	bus := platformtest.NewBus(t)
	useBuses(t, bus.Address, "")
	logind := newLogind(t, bus, func(*fakeLogind) {})
	w := watch(t, nil)
	logind.nextInhibitor(t)
	logind.lock(t, ownSession)
	logind.sleep(t, true)
	w.called(t, "sleep")
	w.quiet(t)
}

// TestOthersOnTheSystemBus lets another program send the signals of logind.
func TestOthersOnTheSystemBus(t *testing.T) {
	bus := platformtest.NewBus(t)
	useBuses(t, bus.Address, "")
	logind := newLogind(t, bus, knowByPID)
	w := watch(t, nil)
	logind.nextInhibitor(t)
	someone := fakeLogind{conn: bus.Join(t)}
	someone.lock(t, ownSession)
	someone.sleep(t, true)
	// The bus has handled the earlier messages by now.
	check.Must(t, someone.conn.BusObject().Call("org.freedesktop.DBus.GetId", 0).Err)
	logind.lock(t, ownSession)
	w.called(t, "lock")
	w.quiet(t)
}

func TestScreenSavers(t *testing.T) {
	bus := platformtest.NewBus(t)
	useBuses(t, "", bus.Address)
	subscribed := bus.Matches(t)
	w := watch(t, nil)
	subscribed("org.xfce.ScreenSaver")
	saver := bus.Join(t)
	emit := func(path dbus.ObjectPath, signal string, args ...any) {
		t.Helper()
		check.Must(t, saver.Emit(path, signal, args...))
	}
	for _, desk := range []string{"freedesktop", "gnome", "cinnamon", "mate", "xfce"} {
		signal := "org." + desk + ".ScreenSaver.ActiveChanged"
		emit("/org/freedesktop/ScreenSaver", signal, false)
		emit("/ScreenSaver", signal, "true")
		emit("/ScreenSaver", signal)
		emit("/ScreenSaver", signal, true)
		w.called(t, desk)
	}
	emit("/ScreenSaver", "org.example.ScreenSaver.ActiveChanged", true)
	emit("/ScreenSaver", "org.gnome.ScreenSaver.WakeUpScreen", true)
	emit("/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", true)
	w.called(t, "again")
	w.quiet(t)
}

func TestSessionBusInTheRuntimeDirectory(t *testing.T) {
	dir := t.TempDir()
	bus := platformtest.StartBus(t, "unix:path="+filepath.Join(dir, "bus"))
	useBuses(t, "", "")
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	t.Setenv("XDG_RUNTIME_DIR", dir)
	subscribed := bus.Matches(t)
	w := watch(t, nil)
	subscribed("org.xfce.ScreenSaver")
	check.Must(t, bus.Join(t).Emit("/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", true))
	w.called(t, "gnome")
}

func TestSystemBusWithoutLogind(t *testing.T) {
	bus := platformtest.NewBus(t)
	useBuses(t, bus.Address, bus.Address)
	subscribed := bus.Matches(t)
	w := watch(t, nil)
	subscribed("org.xfce.ScreenSaver")
	check.Must(t, bus.Join(t).Emit("/ScreenSaver", "org.mate.ScreenSaver.ActiveChanged", true))
	w.called(t, "mate")
}

func TestNoBus(t *testing.T) {
	for name, address := range map[string]string{
		"not there":  "",
		"autolaunch": "autolaunch:",
		"disabled":   "disabled:",
		"elsewhere":  "tcp:host=192.0.2.1,port=1", // an unused address, to which connecting hangs
	} {
		t.Run(name, func(t *testing.T) {
			useBuses(t, address, address)
			w := watch(t, nil)
			w.ended(t)
			w.quiet(t)
		})
	}
	t.Run("not even a runtime directory", func(t *testing.T) {
		useBuses(t, "", "")
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
		t.Setenv("XDG_RUNTIME_DIR", "")
		watch(t, nil).ended(t)
	})
}

// TestSilentBus uses a bus that accepts the connection but never answers.
func TestSilentBus(t *testing.T) {
	socket := filepath.Join(t.TempDir(), "bus")
	silent, err := net.Listen("unix", socket)
	check.Must(t, err)
	defer silent.Close()
	useBuses(t, "", "unix:path="+socket)
	w := watch(t, nil)
	conn, err := silent.Accept()
	check.Must(t, err)
	defer conn.Close()
	w.stop()
}

func TestBusGoesAway(t *testing.T) {
	system, session := platformtest.NewBus(t), platformtest.NewBus(t)
	useBuses(t, system.Address, session.Address)
	logind := newLogind(t, system, knowByPID)
	subscribed := session.Matches(t)
	w := watch(t, nil)
	held := logind.nextInhibitor(t)
	subscribed("org.xfce.ScreenSaver")
	session.Stop()
	logind.lock(t, ownSession)
	w.called(t, "lock without a session bus")
	held.arrived()
	system.Stop()
	w.ended(t)
	if !held.released(platformtest.Patience) {
		t.Error("still held up, for a bus that is gone")
	}
	w.quiet(t)
}

func TestWatchLeavesNothingBehind(t *testing.T) {
	bus := platformtest.NewBus(t)
	useBuses(t, bus.Address, bus.Address)
	logind := newLogind(t, bus, knowByPID)
	before, goroutines := bus.Clients(t, logind.conn), runtime.NumGoroutine()
	w := watch(t, nil)
	logind.nextInhibitor(t)
	platformtest.Eventually(t, "connected to both", func() bool { return bus.Clients(t, logind.conn) == before+2 })
	w.stop()
	platformtest.Eventually(t, "disconnected", func() bool { return bus.Clients(t, logind.conn) == before })
	platformtest.Eventually(t, "without a goroutine", func() bool { return runtime.NumGoroutine() <= goroutines })
}

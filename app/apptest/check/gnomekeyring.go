//go:build linux

package check

import (
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// RequirePrograms fails the test where they are missing, rather than pass without having tested.
func RequirePrograms(t *testing.T, names ...string) {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a keyring of its own")
	}
	for _, name := range names {
		if _, err := exec.LookPath(name); err != nil {
			t.Fatalf("%v: install the packages dbus and gnome-keyring, or test with -short", err)
		}
	}
}

// StartKeyring starts an unlocked keyring and waits until it is on the bus.
func StartKeyring(t *testing.T, conn *dbus.Conn) (stop func()) {
	daemon := exec.Command("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets")
	daemon.Stdin = strings.NewReader("pw")
	Must(t, daemon.Start())
	stop = func() {
		_ = daemon.Process.Kill()
		_ = daemon.Wait()
	}
	t.Cleanup(stop)
	Must(t, conn.AddMatchSignal(dbus.WithMatchInterface("org.freedesktop.DBus"), dbus.WithMatchMember("NameOwnerChanged")))
	signals := make(chan *dbus.Signal, 16)
	conn.Signal(signals)
	defer conn.RemoveSignal(signals)
	for {
		var there bool
		Must(t, conn.BusObject().Call("org.freedesktop.DBus.NameHasOwner", 0, "org.freedesktop.secrets").Store(&there))
		if there {
			return stop
		}
		select {
		case <-signals:
		case <-time.After(20 * time.Second):
			t.Fatal("gnome-keyring-daemon did not come onto the bus")
		}
	}
}

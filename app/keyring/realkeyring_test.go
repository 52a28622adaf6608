//go:build linux

package keyring

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"accesskeys/app/apptest/check"
	"accesskeys/client"
)

// insideEnv is set in the process that TestGNOMEKeyring starts in a session of its own.
const insideEnv = "ACCESSKEYS_TEST_INSIDE_SESSION"

// TestGNOMEKeyring runs TestInsideSession again, on a session bus of its own and with a home of its own.
func TestGNOMEKeyring(t *testing.T) {
	check.RequirePrograms(t, "dbus-run-session", "gnome-keyring-daemon")
	home := t.TempDir()
	config := filepath.Join(home, "bus.conf")
	check.Must(t, os.WriteFile(config, fmt.Appendf(nil, check.BusConfig, home), 0o600))
	self, err := os.Executable()
	check.Must(t, err)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	session := exec.CommandContext(ctx, "dbus-run-session", "--config-file="+config, "--",
		self, "-test.run=^TestInsideSession$", "-test.v", "-test.timeout=50s")
	session.Env = append(os.Environ(), insideEnv+"=1", "HOME="+home, "XDG_DATA_HOME="+home,
		"XDG_CONFIG_HOME="+home, "XDG_CACHE_HOME="+home, "XDG_RUNTIME_DIR="+home, "GNOME_KEYRING_CONTROL=", "DISPLAY=")
	session.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	session.Cancel = func() error { return syscall.Kill(-session.Process.Pid, syscall.SIGKILL) }
	out, err := session.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "--- PASS: TestInsideSession") {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestInsideSession tests the real keyring: first unlocked, then locked, then stopped.
func TestInsideSession(t *testing.T) {
	if os.Getenv(insideEnv) == "" {
		t.Skip("TestGNOMEKeyring runs it")
	}
	conn, err := dbus.ConnectSessionBus()
	check.Must(t, err)
	defer conn.Close()
	k := New(Options{Limit: 20 * time.Second})
	check.Equal(t, "before it runs", KindOf(k.Probe(t.Context())), Missing)
	stop := check.StartKeyring(t, conn)

	check.Must(t, k.Probe(t.Context()))
	inUse(t, k, conn)
	lock(t, conn)
	check.Equal(t, "probe of a locked one", KindOf(k.Probe(t.Context())), Locked)
	check.Equal(t, "peek into a locked one", KindOf(check.Second(k.Peek(t.Context(), ServiceVault, "AK1"))), Locked)
	check.Equal(t, "locked, nobody can be asked", KindOf(k.Delete(t.Context(), ServiceSignIn, "AK1")), Refused)
	unattended(t, k)
	stop()
	check.Equal(t, "gone", KindOf(check.Second(k.Get(t.Context(), ServiceSignIn, "AK1"))), Missing)
}

// inUse stores, reads, replaces and deletes an entry, and checks the keyring's entries independently.
func inUse(t *testing.T, k *Keyring, conn *dbus.Conn) {
	ctx := t.Context()
	if err := check.Second(k.Get(ctx, ServiceSignIn, "AK1")); err != ErrNotStored {
		t.Errorf("get of what is not there: %v, want ErrNotStored", err)
	}
	check.Must(t, k.Delete(ctx, ServiceSignIn, "AK1"))
	check.Must(t, k.Set(ctx, ServiceSignIn, "AK1", client.NewSecret("first")))
	check.Must(t, k.Set(ctx, ServiceSignIn, "AK1", realSecret))
	check.Must(t, k.Set(ctx, ServiceVault, "AK1", client.NewSecret("other")))
	s, err := k.Get(ctx, ServiceSignIn, "AK1")
	check.Must(t, err)
	check.Equal(t, "secret", s.Equal(realSecret), true)
	s, err = k.Peek(ctx, ServiceSignIn, "AK1")
	check.Must(t, err)
	check.Equal(t, "secret without a prompt", s.Equal(realSecret), true)
	if err := check.Second(k.Peek(ctx, ServiceSignIn, "AK2")); err != ErrNotStored {
		t.Errorf("peek at what is not there: %v, want ErrNotStored", err)
	}
	check.Equal(t, "entries", entries(t, conn, ServiceSignIn), 1)
	check.Must(t, k.Delete(ctx, ServiceSignIn, "AK1"))
	check.Equal(t, "entries once deleted", entries(t, conn, ServiceSignIn), 0)
	check.Equal(t, "entries of the other service", entries(t, conn, ServiceVault), 1)
}

// entries returns how many entries the keyring has for a service.
func entries(t *testing.T, conn *dbus.Conn, service string) int {
	t.Helper()
	var open, locked []dbus.ObjectPath
	check.Must(t, conn.Object(secretsName, secretsPath).Call(secretsInterface+".SearchItems", 0,
		map[string]string{"service": service, "username": "AK1"}).Store(&open, &locked))
	return len(slices.Concat(open, locked))
}

func lock(t *testing.T, conn *dbus.Conn) {
	t.Helper()
	check.Must(t, conn.Object(secretsName, secretsPath).
		Call(secretsInterface+".Lock", 0, []dbus.ObjectPath{loginCollection}).Err)
}

// unattended makes the keyring show a prompt that nobody answers, until its window goes away.
func unattended(t *testing.T, k *Keyring) {
	prompts := make(chan struct{}, 1)
	conn, err := dbus.ConnectSessionBus()
	check.Must(t, err)
	defer conn.Close()
	check.Must(t, conn.Export(prompter{prompts}, "/org/gnome/keyring/Prompter", "org.gnome.keyring.internal.Prompter"))
	_, err = conn.RequestName("org.gnome.keyring.SystemPrompter", dbus.NameFlagDoNotQueue)
	check.Must(t, err)

	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	check.Equal(t, "nobody answers", KindOf(check.Second(k.Get(ctx, ServiceSignIn, "AK1"))), Timeout)
	select {
	case <-prompts:
	case <-time.After(20 * time.Second): // on a busy machine the question may come after the time was up
		t.Error("nobody was asked")
	}
	check.Equal(t, "the next", KindOf(k.Set(t.Context(), ServiceSignIn, "AK1", realSecret)), Busy)

	check.Must(t, conn.Close())
	if stuck := k.asked(); stuck != nil {
		select {
		case <-stuck.over:
		case <-time.After(20 * time.Second):
			t.Fatal("the keyring still waits for a prompt that is gone")
		}
	}
	check.Equal(t, "dismissed", KindOf(check.Second(k.Get(t.Context(), ServiceSignIn, "AK1"))), Refused)
}

// asked returns the call under way, or nil if there is none.
func (k *Keyring) asked() *call {
	k.worker.mu.Lock()
	defer k.worker.mu.Unlock()
	return k.worker.asked
}

// prompter is a window that asks for a password and gets no answer.
type prompter struct{ prompts chan<- struct{} }

// BeginPrompting is called by gnome-keyring with the object that waits for the answer.
func (p prompter) BeginPrompting(dbus.ObjectPath) *dbus.Error {
	select {
	case p.prompts <- struct{}{}:
	default: // known already
	}
	return nil
}

var realSecret = client.NewSecret("s3cr3t/+=")

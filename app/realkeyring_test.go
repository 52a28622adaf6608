//go:build linux

package app

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

	"accesskeys/client"
)

// insideEnv is set in the process that TestGNOMEKeyring starts inside a session of its own.
const insideEnv = "ACCESSKEYS_TEST_INSIDE_SESSION"

// TestGNOMEKeyring runs TestInsideSession again, on a session bus of its own and with a home of its own.
func TestGNOMEKeyring(t *testing.T) {
	requirePrograms(t, "dbus-run-session", "gnome-keyring-daemon")
	home := t.TempDir()
	config := filepath.Join(home, "bus.conf")
	must(t, os.WriteFile(config, fmt.Appendf(nil, busConfig, home), 0o600))
	self, err := os.Executable()
	must(t, err)
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

// TestInsideSession tries the real keyring: first willing, then locked, then gone.
func TestInsideSession(t *testing.T) {
	if os.Getenv(insideEnv) == "" {
		t.Skip("TestGNOMEKeyring runs it")
	}
	conn, err := dbus.ConnectSessionBus()
	must(t, err)
	defer conn.Close()
	k := NewKeyring(KeyringOptions{Limit: 20 * time.Second})
	equal(t, "before it runs", KindOfKeyring(k.Probe(t.Context())), KeyringMissing)
	stop := startKeyring(t, conn)

	must(t, k.Probe(t.Context()))
	inUse(t, k, conn)
	lock(t, conn)
	equal(t, "probe of a locked one", KindOfKeyring(k.Probe(t.Context())), KeyringLocked)
	equal(t, "locked, nobody can be asked", KindOfKeyring(k.Delete(t.Context(), ServiceSignIn, "AK1")), KeyringRefused)
	unattended(t, k)
	stop()
	equal(t, "gone", KindOfKeyring(second(k.Get(t.Context(), ServiceSignIn, "AK1"))), KeyringMissing)
}

// inUse stores, reads, replaces and deletes, and looks from outside at what is there.
func inUse(t *testing.T, k *Keyring, conn *dbus.Conn) {
	ctx := t.Context()
	if err := second(k.Get(ctx, ServiceSignIn, "AK1")); err != ErrNotStored {
		t.Errorf("get of what is not there: %v, want ErrNotStored", err)
	}
	must(t, k.Delete(ctx, ServiceSignIn, "AK1"))
	must(t, k.Set(ctx, ServiceSignIn, "AK1", client.NewSecret("first")))
	must(t, k.Set(ctx, ServiceSignIn, "AK1", realSecret))
	must(t, k.Set(ctx, ServiceVault, "AK1", client.NewSecret("other")))
	s, err := k.Get(ctx, ServiceSignIn, "AK1")
	must(t, err)
	equal(t, "secret", s.Equal(realSecret), true)
	equal(t, "entries", entries(t, conn, ServiceSignIn), 1)
	must(t, k.Delete(ctx, ServiceSignIn, "AK1"))
	equal(t, "entries once deleted", entries(t, conn, ServiceSignIn), 0)
	equal(t, "entries of the other service", entries(t, conn, ServiceVault), 1)
}

// entries counts what the keyring has for a service.
func entries(t *testing.T, conn *dbus.Conn, service string) int {
	t.Helper()
	var open, locked []dbus.ObjectPath
	must(t, conn.Object(secretsName, secretsPath).Call(secretsInterface+".SearchItems", 0,
		map[string]string{"service": service, "username": "AK1"}).Store(&open, &locked))
	return len(slices.Concat(open, locked))
}

func lock(t *testing.T, conn *dbus.Conn) {
	t.Helper()
	must(t, conn.Object(secretsName, secretsPath).
		Call(secretsInterface+".Lock", 0, []dbus.ObjectPath{loginCollection}).Err)
}

// unattended has a prompt shown that nobody answers, until its window goes away.
func unattended(t *testing.T, k *Keyring) {
	prompts := make(chan struct{}, 1)
	conn, err := dbus.ConnectSessionBus()
	must(t, err)
	defer conn.Close()
	must(t, conn.Export(prompter{prompts}, "/org/gnome/keyring/Prompter", "org.gnome.keyring.internal.Prompter"))
	_, err = conn.RequestName("org.gnome.keyring.SystemPrompter", dbus.NameFlagDoNotQueue)
	must(t, err)

	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	equal(t, "nobody answers", KindOfKeyring(second(k.Get(ctx, ServiceSignIn, "AK1"))), KeyringTimeout)
	select {
	case <-prompts:
	default:
		t.Error("nobody was asked")
	}
	equal(t, "the next", KindOfKeyring(k.Set(t.Context(), ServiceSignIn, "AK1", realSecret)), KeyringBusy)

	must(t, conn.Close())
	if stuck := k.asked(); stuck != nil {
		select {
		case <-stuck.over:
		case <-time.After(20 * time.Second):
			t.Fatal("the keyring still waits for a prompt that is gone")
		}
	}
	equal(t, "dismissed", KindOfKeyring(second(k.Get(t.Context(), ServiceSignIn, "AK1"))), KeyringRefused)
}

// asked returns the call that is being made, nil when there is none.
func (k *Keyring) asked() *call {
	k.worker.mu.Lock()
	defer k.worker.mu.Unlock()
	return k.worker.asked
}

// prompter is a window that asks for a password, and is left standing there.
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

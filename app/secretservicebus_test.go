//go:build linux

package app

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
)

// await waits for what must come about, however slow the machine.
func await(t testing.TB, what string, there func() bool) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); !there(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain for %s", what)
		}
	}
}

// privateBus is a session bus with nothing on it, which this process takes for its own.
type privateBus struct {
	*testing.T
	config string

	mu     sync.Mutex
	daemon *exec.Cmd // nil while it does not run
}

// startBus starts a bus. It ends with the test, and so does all that was waited for on it.
func startBus(t *testing.T) *privateBus {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a bus of its own")
	}
	if _, err := exec.LookPath("dbus-daemon"); err != nil {
		t.Fatalf("%v: install the package dbus, or test with -short", err)
	}
	dir := t.TempDir()
	b := &privateBus{T: t, config: filepath.Join(dir, "bus.conf")}
	config := strings.Replace(check.BusConfig, "unix:dir=%s", "unix:path="+filepath.Join(dir, "bus"), 1)
	check.Must(t, os.WriteFile(b.config, []byte(config), 0o600))
	t.Setenv("XDG_RUNTIME_DIR", dir)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+filepath.Join(dir, "bus"))
	b.start()
	t.Cleanup(func() {
		b.kill()
		noneLeft(t)
	})
	return b
}

// start starts the daemon unless it runs, at the same address each time.
func (b *privateBus) start() {
	b.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.daemon != nil {
		return
	}
	b.daemon = exec.Command("dbus-daemon", "--config-file="+b.config, "--nofork", "--nopidfile", "--print-address")
	out, err := b.daemon.StdoutPipe()
	check.Must(b, err)
	check.Must(b, b.daemon.Start())
	if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		b.Fatalf("the bus did not start: %v", err)
	}
}

// kill ends the daemon if it runs, and waits until the connection that this process shares has noticed.
func (b *privateBus) kill() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.daemon == nil {
		return
	}
	shared, err := dbus.SessionBus()
	_ = b.daemon.Process.Kill()
	_ = b.daemon.Wait()
	_ = os.Remove(filepath.Join(filepath.Dir(b.config), "bus"))
	b.daemon = nil
	if err == nil {
		<-shared.Context().Done()
	}
}

// connect returns another connection to the bus.
func (b *privateBus) connect() *dbus.Conn {
	b.Helper()
	conn, err := dbus.ConnectSessionBus()
	check.Must(b, err)
	b.Cleanup(func() { _ = conn.Close() })
	return conn
}

// noneLeft fails unless every goroutine of a keyring's and of the bus's ends.
func noneLeft(t *testing.T) {
	t.Helper()
	var stacks string
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		stacks = keyringStacks()
		if stacks == "" {
			return
		}
	}
	t.Errorf("still running:\n%s", stacks)
}

// keyringStacks returns what the keyrings' and the bus's goroutines do.
func keyringStacks() string {
	buffer := make([]byte, 1<<20)
	buffer = buffer[:runtime.Stack(buffer, true)]
	var left []string
	for stack := range bytes.SplitSeq(buffer, []byte("\n\n")) {
		if bytes.Contains(stack, []byte("godbus/dbus")) || bytes.Contains(stack, []byte("keyring.(*worker).run")) {
			left = append(left, string(stack))
		}
	}
	return strings.Join(left, "\n\n")
}

// Later tests rely on this.
func TestPrivateBusIsThisProcessesOwn(t *testing.T) {
	bus := startBus(t)
	k := keyring.New(keyring.Options{})
	check.Equal(t, "no service", keyring.KindOf(k.Probe(t.Context())), keyring.Missing)
	bus.kill()
	check.Equal(t, "no bus", keyring.KindOf(k.Probe(t.Context())), keyring.Missing)
	bus.start()
	newSecretService(bus)
	check.Must(t, k.Probe(t.Context()))
	if err := check.Second(k.Get(t.Context(), "service", "account")); !errors.Is(err, keyring.ErrNotStored) {
		t.Error(fmt.Errorf("back again: %w", err))
	}
}

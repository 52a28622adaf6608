//go:build linux

// Package platformtest has helpers for the tests of the platform packages: a session bus of their own, programs that end
// with the test, and processes of the test binary that play a role.
package platformtest

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"accesskeys/app/apptest/check"
)

// Patience is how long a test waits for something that must happen.
const Patience = 20 * time.Second

// quietBus is the configuration of a bus that starts no services, so that only those of the test are on it.
const quietBus = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>%s</listen>
  <policy context="default">
    <allow user="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

// Bus is a bus for one test.
type Bus struct {
	Address string
	Stop    func()
}

// StartBus starts a bus that listens at the given address.
func StartBus(t *testing.T, listen string) *Bus {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a session bus")
	}
	config := filepath.Join(t.TempDir(), "bus.conf")
	check.Must(t, os.WriteFile(config, fmt.Appendf(nil, quietBus, listen), 0o600))
	daemon := exec.Command("dbus-daemon", "--nofork", "--print-address", "--config-file="+config)
	daemon.Stderr = t.Output()
	out, err := daemon.StdoutPipe()
	check.Must(t, err)
	if err := daemon.Start(); err != nil {
		t.Fatalf("%v: install the package dbus", err)
	}
	stop := sync.OnceFunc(func() {
		_ = daemon.Process.Kill()
		_ = daemon.Wait()
	})
	t.Cleanup(stop)
	address, err := bufio.NewReader(out).ReadString('\n')
	check.Must(t, err)
	return &Bus{Address: strings.TrimSpace(address), Stop: stop}
}

// NewBus starts a bus with a socket of its own.
func NewBus(t *testing.T) *Bus {
	t.Helper()
	return StartBus(t, "unix:dir="+t.TempDir())
}

// Join connects to the bus until the test ends.
func (b *Bus) Join(t *testing.T, options ...dbus.ConnOption) *dbus.Conn {
	t.Helper()
	conn, err := dbus.Connect(b.Address, options...)
	check.Must(t, err)
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// Clients counts the connections to the bus.
func (b *Bus) Clients(t *testing.T, conn *dbus.Conn) (count int) {
	t.Helper()
	var names []string
	check.Must(t, conn.BusObject().Call("org.freedesktop.DBus.ListNames", 0).Store(&names))
	for _, name := range names {
		if strings.HasPrefix(name, ":") {
			count++
		}
	}
	return count
}

// Matches returns a function that waits until a client subscribes to signals with a rule that contains text. Signals that
// are sent afterwards reach that client.
func (b *Bus) Matches(t *testing.T) (wait func(text string)) {
	t.Helper()
	monitor := b.Join(t)
	check.Must(t, monitor.BusObject().Call("org.freedesktop.DBus.Monitoring.BecomeMonitor", 0,
		[]string{"type='method_call',member='AddMatch'"}, uint32(0)).Err)
	calls := make(chan *dbus.Message, 64)
	monitor.Eavesdrop(calls)
	return func(text string) {
		t.Helper()
		late := time.After(Patience)
		for {
			select {
			case call := <-calls:
				if len(call.Body) > 0 && strings.Contains(fmt.Sprint(call.Body[0]), text) {
					return
				}
			case <-late:
				t.Fatalf("nobody asked for signals with %s", text)
			}
		}
	}
}

// Eventually waits until ok returns true.
func Eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	late := time.After(Patience)
	again := time.NewTicker(2 * time.Millisecond)
	defer again.Stop()
	for !ok() {
		select {
		case <-again.C:
		case <-late:
			t.Fatalf("not %s", what)
		}
	}
}

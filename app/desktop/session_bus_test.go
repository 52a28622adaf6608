//go:build linux

package desktop_test

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
)

// patience is how long a test waits for what must happen.
const patience = 20 * time.Second

// quietBus is a bus that starts no service, so that nothing is on it but what the test puts there.
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

// privateBus is a bus for one test.
type privateBus struct {
	address string
	stop    func()
}

// startPrivateBus starts a bus with a socket in dir.
func startPrivateBus(t *testing.T, listen string) *privateBus {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a session bus")
	}
	config := filepath.Join(t.TempDir(), "bus.conf")
	must(t, os.WriteFile(config, fmt.Appendf(nil, quietBus, listen), 0o600))
	daemon := exec.Command("dbus-daemon", "--nofork", "--print-address", "--config-file="+config)
	daemon.Stderr = t.Output()
	out, err := daemon.StdoutPipe()
	must(t, err)
	if err := daemon.Start(); err != nil {
		t.Fatalf("%v: install the package dbus", err)
	}
	stop := sync.OnceFunc(func() {
		_ = daemon.Process.Kill()
		_ = daemon.Wait()
	})
	t.Cleanup(stop)
	address, err := bufio.NewReader(out).ReadString('\n')
	must(t, err)
	return &privateBus{address: strings.TrimSpace(address), stop: stop}
}

// newBus starts a bus with a socket of its own.
func newBus(t *testing.T) *privateBus {
	t.Helper()
	return startPrivateBus(t, "unix:dir="+t.TempDir())
}

// join connects to the bus, for as long as the test runs.
func (b *privateBus) join(t *testing.T, options ...dbus.ConnOption) *dbus.Conn {
	t.Helper()
	conn, err := dbus.Connect(b.address, options...)
	must(t, err)
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// clients counts the connections to the bus.
func (b *privateBus) clients(t *testing.T, conn *dbus.Conn) (count int) {
	t.Helper()
	var names []string
	must(t, conn.BusObject().Call("org.freedesktop.DBus.ListNames", 0).Store(&names))
	for _, name := range names {
		if strings.HasPrefix(name, ":") {
			count++
		}
	}
	return count
}

// matches returns a function that waits until someone asks the bus for signals with a rule that contains
// the text. What is sent on the bus afterwards is heard by them.
func (b *privateBus) matches(t *testing.T) (wait func(text string)) {
	t.Helper()
	monitor := b.join(t)
	must(t, monitor.BusObject().Call("org.freedesktop.DBus.Monitoring.BecomeMonitor", 0,
		[]string{"type='method_call',member='AddMatch'"}, uint32(0)).Err)
	calls := make(chan *dbus.Message, 64)
	monitor.Eavesdrop(calls)
	return func(text string) {
		t.Helper()
		late := time.After(patience)
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

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// eventually waits until ok.
func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	late := time.After(patience)
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

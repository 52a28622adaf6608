package e2e

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"accesskeys/app/apptest/check"
)

// startKeyring gives the desk a session bus with an unlocked keyring.
func (d *desk) startKeyring() {
	d.t.Helper()
	dir := d.t.TempDir()
	config := filepath.Join(dir, "bus.conf")
	must(d.t, os.WriteFile(config, fmt.Appendf(nil, check.BusConfig, dir), 0o600))
	d.bus = d.firstLine(d.command("dbus-daemon", "--config-file="+config, "--nofork", "--print-address=1"))
	d.env = append(d.env, "DBUS_SESSION_BUS_ADDRESS="+d.bus)
	daemon := d.command("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets")
	daemon.Stdin = strings.NewReader("a password")
	log, err := os.Create(filepath.Join(dir, "keyring.log"))
	must(d.t, err)
	defer log.Close()
	daemon.Stdout, daemon.Stderr = log, log
	d.run(daemon)
	d.keyring = daemon

	var refusal string
	for deadline := time.Now().Add(patience); ; time.Sleep(25 * time.Millisecond) {
		if refusal = d.probeKeyring(); refusal == "" {
			return
		}
		if time.Now().After(deadline) {
			said, _ := os.ReadFile(log.Name())
			d.t.Fatalf("waited in vain for the keyring to answer: %s; the daemon says: %s", refusal, said)
		}
	}
}

// probeKeyring stores a secret, and returns why that failed. An attempt that comes while the keyring starts may get no
// answer, so it has a time limit.
func (d *desk) probeKeyring() string {
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	store := exec.CommandContext(ctx, "secret-tool", "store", "--label", "probe", "probe", "yes")
	store.Env, store.Stdin = d.env, strings.NewReader("probe")
	var said bytes.Buffer
	store.Stderr = &said
	if err := store.Run(); err != nil {
		return fmt.Sprintf("%v %s", err, &said)
	}
	return ""
}

// stored returns what the keyring holds under a service and an account, or nothing.
func (d *desk) stored(service, account string) string {
	out, err := d.command("secret-tool", "lookup", "service", service, "username", account).Output()
	if err != nil {
		return ""
	}
	return string(out)
}

//go:build linux || freebsd || netbsd || openbsd || dragonfly

package keyring

import (
	"errors"
	"io"
	"net"
	"path/filepath"
	"testing"

	"github.com/godbus/dbus/v5"

	"accesskeys/app/apptest/check"
	"accesskeys/app/platform/sessionbus"
	"accesskeys/client"
)

func TestWithoutABusTheKeyringIsMissing(t *testing.T) {
	for name, address := range map[string]string{
		"none":          "",
		"gone":          "unix:path=" + filepath.Join(t.TempDir(), "gone"),
		"not a address": "nonsense",
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv(sessionbus.SessionAddressEnv, address)
			t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
			t.Setenv("PATH", "") // so that no bus can be started
			k := New(Options{})
			for call, err := range map[string]error{
				"get":    check.Second(k.Get(t.Context(), "service", "account")),
				"set":    k.Set(t.Context(), "service", "account", dbusSecret),
				"delete": k.Delete(t.Context(), "service", "account"),
				"probe":  k.Probe(t.Context()),
			} {
				check.Equal(t, call, KindOf(err), Missing)
			}
		})
	}
}

func TestKindOfPlatform(t *testing.T) {
	remote := func(name string) error { return dbus.Error{Name: "org.freedesktop." + name, Body: []any{"why"}} }
	tests := []struct {
		name string
		err  error
		want Kind
	}{
		{"no Secret Service", remote("DBus.Error.ServiceUnknown"), Missing},
		{"it does not start", remote("DBus.Error.Spawn.ChildExited"), Missing},
		{"it does not answer", remote("DBus.Error.NoReply"), Timeout},
		{"locked", remote("Secret.Error.IsLocked"), Refused},
		{"connection closed", dbus.ErrClosed, Missing},
		{"connection lost", io.EOF, Missing},
		{"prompt dismissed", errors.New("failed to unlock correct collection"), Refused},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { check.Equal(t, "kind", kindOfPlatform(test.err), test.want) })
	}
}

func TestBrokeOff(t *testing.T) {
	for _, test := range []struct {
		name string
		err  error
		want bool
	}{
		{"connection closed", dbus.ErrClosed, true},
		{"connection lost", &Error{Kind: Missing, Err: io.EOF}, true},
		{"connection reset", &net.OpError{Op: "read", Err: errors.New("reset")}, true},
		{"no connection", &Error{Kind: Missing, Err: &net.OpError{Op: "dial", Err: errors.New("refused")}}, false},
		{"an answer", dbus.Error{Name: "org.freedesktop.Secret.Error.IsLocked"}, false},
	} {
		t.Run(test.name, func(t *testing.T) { check.Equal(t, "broke off", mayHaveActed(test.err), test.want) })
	}
}

var dbusSecret = client.NewSecret("s3cr3t/+=")

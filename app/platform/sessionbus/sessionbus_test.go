//go:build linux || freebsd || netbsd || openbsd || dragonfly

package sessionbus

import (
	"net"
	"path/filepath"
	"testing"

	"github.com/godbus/dbus/v5"
)

func TestSessionAddress(t *testing.T) {
	with, without := t.TempDir(), t.TempDir()
	socket := filepath.Join(with, "bus")
	listener, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	found := "unix:path=" + dbus.EscapeBusAddressValue(socket)
	tests := []struct{ name, env, runtime, want string }{
		{"in the environment", "unix:path=/some/bus", without, "unix:path=/some/bus"},
		{"at the usual place", "", with, found},
		{"none", "", without, ""},
		{"to be launched", "autolaunch:", without, ""},
		{"to be launched, though there is one", "autolaunch:", with, found},
		{"turned off", "disabled:", with, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv(SessionAddressEnv, test.env)
			t.Setenv("XDG_RUNTIME_DIR", test.runtime)
			if got := SessionAddress(); got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

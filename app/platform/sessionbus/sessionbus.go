//go:build linux || freebsd || netbsd || openbsd || dragonfly

// Package sessionbus finds the message buses of the session and of the system and connects to them. It never starts a bus.
package sessionbus

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/godbus/dbus/v5"
)

var errNoBus = errors.New("no such bus")

// Connect opens a new connection, which is closed when ctx is done. The library's shared connection is not suitable for
// signals, because it delivers them in no particular order.
func Connect(ctx context.Context, address string) (*dbus.Conn, error) {
	local := UnixOnly(address)
	if local == "" {
		return nil, errNoBus
	}
	return dbus.Connect(local, dbus.WithContext(ctx), dbus.WithSignalHandler(dbus.NewSequentialSignalHandler()))
}

// Shared returns the library's shared connection to the session bus, which go-keyring and the toolkit use too. It does not
// start a bus.
func Shared() (*dbus.Conn, error) {
	address := SessionAddress()
	if address == "" {
		return nil, errNoBus
	}
	if os.Getenv(SessionAddressEnv) != address {
		// The library uses the environment variable and does not look in XDG_RUNTIME_DIR.
		if err := os.Setenv(SessionAddressEnv, address); err != nil {
			return nil, err
		}
	}
	return dbus.SessionBus()
}

// UnixOnly returns the parts of a bus address that are Unix sockets. Connecting to one succeeds or fails at once, while a
// TCP connection can hang in a way that ctx cannot interrupt.
func UnixOnly(address string) string {
	var local []string
	for part := range strings.SplitSeq(address, ";") {
		if strings.HasPrefix(part, "unix:") {
			local = append(local, part)
		}
	}
	return strings.Join(local, ";")
}

// SystemAddress returns the address of the system bus, or "" if there is none.
func SystemAddress() string {
	if address := os.Getenv("DBUS_SYSTEM_BUS_ADDRESS"); address != "" {
		return address
	}
	for _, socket := range []string{"/run/dbus/system_bus_socket", "/var/run/dbus/system_bus_socket"} {
		if isSocket(socket) {
			return "unix:path=" + socket
		}
	}
	return ""
}

// SessionAddressEnv is the environment variable with the address of the session bus.
const SessionAddressEnv = "DBUS_SESSION_BUS_ADDRESS"

// SessionAddress returns the address of the running session bus, or "" if there is none.
func SessionAddress() string {
	switch address := os.Getenv(SessionAddressEnv); {
	case strings.HasPrefix(address, "disabled:"):
		return ""
	case address != "" && !strings.HasPrefix(address, "autolaunch:"):
		return address
	}
	dir := os.Getenv("XDG_RUNTIME_DIR")
	if dir == "" {
		dir = filepath.Join("/run/user", strconv.Itoa(os.Getuid()))
	}
	socket := filepath.Join(dir, "bus")
	if !isSocket(socket) {
		return ""
	}
	return "unix:path=" + dbus.EscapeBusAddressValue(socket)
}

func isSocket(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().Type() == os.ModeSocket
}

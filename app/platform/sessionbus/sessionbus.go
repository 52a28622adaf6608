//go:build linux || freebsd || netbsd || openbsd || dragonfly

// Package sessionbus finds the message buses of this session and of the system, and connects to them. It starts none.
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

// Connect makes a connection of our own, which closes when ctx ends. The shared one of the library
// belongs to the keyring, and delivers signals in no particular order.
func Connect(ctx context.Context, address string) (*dbus.Conn, error) {
	local := UnixOnly(address)
	if local == "" {
		return nil, errNoBus
	}
	return dbus.Connect(local, dbus.WithContext(ctx), dbus.WithSignalHandler(dbus.NewSequentialSignalHandler()))
}

// Shared returns the connection to the session bus that the library, the keyring's and the toolkit share. It starts no
// bus.
func Shared() (*dbus.Conn, error) {
	address := SessionAddress()
	if address == "" {
		return nil, errNoBus
	}
	if os.Getenv(SessionAddressEnv) != address {
		// The library looks in the environment first, and at XDG_RUNTIME_DIR not at all.
		if err := os.Setenv(SessionAddressEnv, address); err != nil {
			return nil, err
		}
	}
	return dbus.SessionBus()
}

// UnixOnly leaves of a bus address what is a socket of this machine: connecting to it is done or refused
// at once, while a TCP connection can hang where ctx does not reach.
func UnixOnly(address string) string {
	var local []string
	for part := range strings.SplitSeq(address, ";") {
		if strings.HasPrefix(part, "unix:") {
			local = append(local, part)
		}
	}
	return strings.Join(local, ";")
}

// SystemAddress returns the address of the system bus, or "".
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

// SessionAddressEnv is the environment's variable that names the session bus.
const SessionAddressEnv = "DBUS_SESSION_BUS_ADDRESS"

// SessionAddress returns the address of the session bus that is there already, or "". It starts none.
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

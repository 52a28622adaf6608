//go:build linux || freebsd || netbsd || openbsd || dragonfly

package app

import (
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/godbus/dbus/v5"
)

// Names of the Secret Service API, https://specifications.freedesktop.org/secret-service/latest/.
const (
	secretsName       = "org.freedesktop.secrets"
	secretsPath       = dbus.ObjectPath("/org/freedesktop/secrets")
	secretsInterface  = "org.freedesktop.Secret.Service"
	collectionLocked  = "org.freedesktop.Secret.Collection.Locked"
	loginCollection   = dbus.ObjectPath("/org/freedesktop/secrets/collection/login")
	busAddressEnv     = "DBUS_SESSION_BUS_ADDRESS"
	collectionMissing = dbus.ObjectPath("/")
)

var (
	errNoBus        = errors.New("no session bus")
	errNoCollection = errors.New("no default collection")
	errLocked       = errors.New("the collection is locked")
)

// reachSystem connects to the session bus. Without one, go-keyring's library would start one, with an
// empty keyring that nothing else sees.
func reachSystem() error {
	_, err := sessionBus()
	return err
}

// sessionBus returns the connection that go-keyring uses too.
func sessionBus() (*dbus.Conn, error) {
	address := busAddress()
	if address == "" {
		return nil, &KeyringError{Kind: KeyringMissing, Err: errNoBus}
	}
	if os.Getenv(busAddressEnv) != address {
		// The library looks in the environment first, and at XDG_RUNTIME_DIR not at all.
		if err := os.Setenv(busAddressEnv, address); err != nil {
			return nil, err
		}
	}
	conn, err := dbus.SessionBus()
	if err != nil {
		return nil, &KeyringError{Kind: KeyringMissing, Err: err}
	}
	return conn, nil
}

// busAddress returns the address of the session bus that is there already, or "".
func busAddress() string {
	switch address := os.Getenv(busAddressEnv); {
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
	if info, err := os.Stat(socket); err != nil || info.Mode().Type() != os.ModeSocket {
		return ""
	}
	return "unix:path=" + dbus.EscapeBusAddressValue(socket)
}

// probeSystem asks the Secret Service for the collection that go-keyring would use, and whether it is
// locked.
func probeSystem() error {
	conn, err := sessionBus()
	if err != nil {
		return err
	}
	path, err := defaultCollection(conn)
	if err != nil {
		return err
	}
	locked, err := conn.Object(secretsName, path).GetProperty(collectionLocked)
	if err != nil {
		return err
	}
	if locked.Value() == true {
		return &KeyringError{Kind: KeyringLocked, Err: errLocked}
	}
	return nil
}

// defaultCollection returns the login collection if there is one, the default one otherwise.
func defaultCollection(conn *dbus.Conn) (dbus.ObjectPath, error) {
	service := conn.Object(secretsName, secretsPath)
	var paths []dbus.ObjectPath
	if err := service.StoreProperty(secretsInterface+".Collections", &paths); err != nil {
		return "", err
	}
	if slices.Contains(paths, loginCollection) {
		return loginCollection, nil
	}
	var path dbus.ObjectPath
	if err := service.Call(secretsInterface+".ReadAlias", 0, "default").Store(&path); err != nil {
		return "", err
	}
	if path == collectionMissing {
		return "", errNoCollection
	}
	return path, nil
}

// kindOfPlatform tells what an error of the bus means.
func kindOfPlatform(err error) KeyringKind {
	var network net.Error
	if errors.Is(err, dbus.ErrClosed) || errors.Is(err, io.EOF) || errors.As(err, &network) {
		return KeyringMissing
	}
	var remote dbus.Error
	if !errors.As(err, &remote) {
		return KeyringRefused
	}
	name := strings.TrimPrefix(remote.Name, "org.freedesktop.DBus.Error.")
	switch {
	case name == "ServiceUnknown", name == "NameHasNoOwner", name == "Disconnected", strings.HasPrefix(name, "Spawn."):
		return KeyringMissing
	case name == "NoReply", name == "Timeout", name == "TimedOut":
		return KeyringTimeout
	}
	return KeyringRefused
}

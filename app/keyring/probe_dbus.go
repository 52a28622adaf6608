//go:build linux || freebsd || netbsd || openbsd || dragonfly

package keyring

import (
	"errors"
	"io"
	"net"
	"slices"
	"strings"

	"github.com/godbus/dbus/v5"

	"accesskeys/app/platform/sessionbus"
)

// Names of the Secret Service API, https://specifications.freedesktop.org/secret-service/latest/.
const (
	busName           = "org.freedesktop.DBus"
	secretsName       = "org.freedesktop.secrets"
	secretsPath       = dbus.ObjectPath("/org/freedesktop/secrets")
	secretsInterface  = "org.freedesktop.Secret.Service"
	collectionLocked  = "org.freedesktop.Secret.Collection.Locked"
	searchItems       = "org.freedesktop.Secret.Collection.SearchItems"
	itemAttributes    = "org.freedesktop.Secret.Item.Attributes"
	loginCollection   = dbus.ObjectPath("/org/freedesktop/secrets/collection/login")
	collectionMissing = dbus.ObjectPath("/")
)

var (
	errNoCollection = errors.New("no default collection")
	errLocked       = errors.New("the collection is locked")
)

// link is what is known of the session bus.
type link struct {
	watched *dbus.Conn // tells when the Secret Service comes and goes
}

// reach connects to the session bus. Without one, go-keyring's library would start one, with an empty
// keyring that nothing else sees.
//
// It also has the bus tell when the Secret Service goes away. go-keyring would wait forever for the end of
// a prompt that has gone with it, but takes any signal on the connection for that end.
func (l *link) reach() error {
	conn, err := sessionBus()
	if err != nil || conn == l.watched {
		return err
	}
	err = conn.AddMatchSignal(dbus.WithMatchSender(busName), dbus.WithMatchInterface(busName),
		dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, secretsName))
	if err == nil {
		l.watched = conn
	}
	return err
}

// sessionBus returns the connection that go-keyring uses too.
func sessionBus() (*dbus.Conn, error) {
	conn, err := sessionbus.Shared()
	if err != nil {
		return nil, &Error{Kind: Missing, Err: err}
	}
	return conn, nil
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
		return &Error{Kind: Locked, Err: errLocked}
	}
	return nil
}

// unlockedSystem is probeSystem: it asks for little more.
func unlockedSystem() error { return probeSystem() }

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
		return "", &Error{Kind: Missing, Err: errNoCollection}
	}
	return path, nil
}

// explained tells that there is no collection from that it was not unlocked, for which go-keyring has one
// error.
func explained(err error) error {
	if err == nil || errors.Is(err, ErrNotStored) || kindOfPlatform(err) != Refused {
		return err
	}
	conn, unreachable := sessionBus()
	if unreachable != nil {
		return err
	}
	if _, why := defaultCollection(conn); errors.Is(why, errNoCollection) {
		return why
	}
	return err
}

// brokeOff reports whether a call may have done what it was to do although it failed: the connection was
// lost before the answer.
func brokeOff(err error) bool {
	var network *net.OpError
	if errors.As(err, &network) {
		return network.Op != "dial"
	}
	return errors.Is(err, dbus.ErrClosed) || errors.Is(err, io.EOF)
}

// kindOfPlatform tells what an error of the bus means.
func kindOfPlatform(err error) Kind {
	var network net.Error
	if errors.Is(err, dbus.ErrClosed) || errors.Is(err, io.EOF) || errors.As(err, &network) {
		return Missing
	}
	var remote dbus.Error
	if !errors.As(err, &remote) {
		return Refused
	}
	name := strings.TrimPrefix(remote.Name, "org.freedesktop.DBus.Error.")
	switch {
	case name == "ServiceUnknown", name == "NameHasNoOwner", name == "Disconnected", strings.HasPrefix(name, "Spawn."):
		return Missing
	case name == "NoReply", name == "Timeout", name == "TimedOut":
		return Timeout
	}
	return Refused
}

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

// The names of the Secret Service API, https://specifications.freedesktop.org/secret-service/latest/.
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

// busLink is the connection to the session bus.
type busLink struct {
	watched *dbus.Conn // the connection on which the bus tells when the Secret Service starts and stops
}

// reach connects to the session bus and returns an error if there is none. Otherwise go-keyring's library would start a
// bus of its own, with an empty keyring that no other program sees.
//
// It also asks the bus to send a signal when the Secret Service stops. go-keyring would otherwise wait forever for the
// end of a prompt that has disappeared with it. It takes any signal on the connection for that end.
func (l *busLink) reach() error {
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

// probeSystem returns an error if the Secret Service does not have the collection that go-keyring would use, or if that is
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

// unlockedSystem is the same as probeSystem, which needs hardly more calls.
func unlockedSystem() error { return probeSystem() }

// defaultCollection returns the login collection if there is one, and the default collection otherwise.
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

// refineError returns an *Error of Missing if a call failed because there is no collection, and err otherwise. go-keyring
// has the same error for that and for a collection that was not unlocked.
func refineError(err error) error {
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

// mayHaveActed reports whether a call that failed with err may have been carried out, because the connection was lost
// before the answer.
func mayHaveActed(err error) bool {
	var network *net.OpError
	if errors.As(err, &network) {
		return network.Op != "dial"
	}
	return errors.Is(err, dbus.ErrClosed) || errors.Is(err, io.EOF)
}

// kindOfPlatform returns the kind of an error of the bus.
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

//go:build linux || freebsd || netbsd || openbsd || dragonfly

package keyring

import (
	"errors"
	"slices"
	"strings"

	"github.com/godbus/dbus/v5"
	ss "github.com/zalando/go-keyring/secret_service"
)

const isLocked = "org.freedesktop.Secret.Error.IsLocked"

// Peek finds the item and whether it is locked with a single call, which takes half as many calls as go-keyring. If it
// does not find exactly one item in the login collection, it lets go-keyring find it, unless the collection is locked.
func (s *systemKeyring) Peek(service, account string) (string, error) {
	item, err := unlockedItem(service, account)
	switch {
	case err != nil:
		return "", err
	case item != "":
		return secretOf(item)
	}
	if err := unlockedSystem(); err != nil {
		return "", err
	}
	return s.Get(service, account)
}

// unlockedItem returns the item that go-keyring has stored for an account in the login collection. It returns "" if there
// is none or more than one, and an *Error of Locked if the collection is locked.
func unlockedItem(service, account string) (dbus.ObjectPath, error) {
	conn, err := sessionBus()
	if err != nil {
		return "", err
	}
	var unlocked, locked []dbus.ObjectPath
	attributes := map[string]string{"service": service, "username": account}
	if err := conn.Object(secretsName, secretsPath).Call(secretsInterface+".SearchItems", 0, attributes).Store(&unlocked, &locked); err != nil {
		return "", err
	}
	elsewhere := func(item dbus.ObjectPath) bool { return !strings.HasPrefix(string(item), string(loginCollection)+"/") }
	unlocked, locked = slices.DeleteFunc(unlocked, elsewhere), slices.DeleteFunc(locked, elsewhere)
	switch {
	case len(locked) > 0:
		return "", &Error{Kind: Locked, Err: errLocked}
	case len(unlocked) == 1:
		return unlocked[0], nil
	}
	return "", nil
}

// secretOf reads an item that is not locked.
func secretOf(item dbus.ObjectPath) (string, error) {
	service, err := ss.NewSecretService()
	if err != nil {
		return "", err
	}
	session, err := service.OpenSession()
	if err != nil {
		return "", err
	}
	defer func() { _ = service.Close(session) }()
	secret, err := service.GetSecret(item, session.Path())
	var remote dbus.Error
	if errors.As(err, &remote) && remote.Name == isLocked { // it was locked meanwhile
		return "", &Error{Kind: Locked, Err: err}
	}
	if err != nil {
		return "", err
	}
	return string(secret.Value), nil
}

//go:build linux || freebsd || netbsd || openbsd || dragonfly

package keyring

import "github.com/godbus/dbus/v5"

// accountsOf asks the Secret Service for the items that go-keyring has stored for a service.
func accountsOf(service string) ([]string, error) {
	conn, err := sessionBus()
	if err != nil {
		return nil, err
	}
	collection, err := defaultCollection(conn)
	if err != nil {
		return nil, err
	}
	var items []dbus.ObjectPath
	attributes := map[string]string{"service": service}
	if err := conn.Object(secretsName, collection).Call(searchItems, 0, attributes).Store(&items); err != nil {
		return nil, err
	}
	var accounts []string
	for _, item := range items {
		var of map[string]string
		if err := conn.Object(secretsName, item).StoreProperty(itemAttributes, &of); err != nil {
			return nil, err
		}
		if account := of["username"]; account != "" {
			accounts = append(accounts, account)
		}
	}
	return accounts, nil
}

//go:build linux

package app

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/godbus/dbus/v5"
)

// serviceFace is org.freedesktop.Secret.Service.
type serviceFace struct{ *secretService }

// OpenSession takes any algorithm.
func (s serviceFace) OpenSession(string, dbus.Variant) (dbus.Variant, dbus.ObjectPath, *dbus.Error) {
	err := s.enter("OpenSession")
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.oddSession {
		return dbus.MakeVariant([]byte("a public key")), "/", err
	}
	return dbus.MakeVariant(""), "/org/freedesktop/secrets/session/s1", err
}

// ReadAlias knows the default one.
func (s serviceFace) ReadAlias(name string) (dbus.ObjectPath, *dbus.Error) {
	err := s.enter("ReadAlias")
	s.mu.Lock()
	defer s.mu.Unlock()
	if name == "default" && s.alias && s.collection != "" {
		return s.collection, err
	}
	return "/", err
}

// SearchItems finds the items of all collections that have all of the attributes. KWallet finds none in a locked one.
func (s serviceFace) SearchItems(attributes map[string]string) (unlocked, locked []dbus.ObjectPath, _ *dbus.Error) {
	if err := s.enter("SearchItems"); err != nil {
		return nil, nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	found, none := s.matching(attributes), []dbus.ObjectPath{}
	if s.found == "" {
		found = slices.DeleteFunc(found, func(at dbus.ObjectPath) bool { return path.Dir(string(at)) != string(s.collection) })
	}
	switch {
	case !s.locked && !s.itemLocked:
		return found, none, nil
	case s.kde:
		return none, none, nil
	}
	return none, found, nil
}

// Unlock unlocks an object, or prompts for it.
func (s serviceFace) Unlock(objects []dbus.ObjectPath) ([]dbus.ObjectPath, dbus.ObjectPath, *dbus.Error) {
	if err := s.enter("Unlock"); err != nil {
		return nil, "/", err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	at := objects[0]
	locked := &s.locked
	if s.entries[at] != nil {
		locked = &s.itemLocked
	}
	switch {
	case !s.exists(at) && s.kde:
		return nil, "/", dbus.NewError("org.freedesktop.DBus.Error.InvalidArgs", []any{"Alias default does not exist"})
	case !s.exists(at):
		return nil, "/", nil
	case !*locked:
		return []dbus.ObjectPath{at}, "/", nil
	}
	return nil, s.prompt(func() dbus.Variant {
		*locked = false
		return dbus.MakeVariant([]dbus.ObjectPath{at})
	}), nil
}

// collectionFace is org.freedesktop.Secret.Collection.
type collectionFace struct{ *secretService }

// CreateItem stores an item, or prompts for it.
func (s collectionFace) CreateItem(m dbus.Message, properties map[string]dbus.Variant, secret wireSecret, replace bool) (
	item, prompt dbus.ObjectPath, failed *dbus.Error,
) {
	if err := s.enter("CreateItem"); err != nil {
		return "/", "/", err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.resolve(pathOf(m)) == "" {
		return "/", "/", dbus.NewError(noSuchObject, nil)
	}
	var attributes map[string]string
	if err := properties["org.freedesktop.Secret.Item.Attributes"].Store(&attributes); err != nil {
		return "/", "/", dbus.MakeFailedError(err)
	}
	create := func() dbus.ObjectPath {
		at := s.place(attributes, replace)
		s.entries[at] = &secretEntry{attributes: attributes, value: secret.Value}
		return at
	}
	if s.asks["CreateItem"] {
		return "/", s.prompt(func() dbus.Variant { return dbus.MakeVariant(create()) }), nil
	}
	return create(), "/", nil
}

// place is where an item with these attributes goes. s.mu is held.
func (s *secretService) place(attributes map[string]string, replace bool) dbus.ObjectPath {
	for at, e := range s.entries {
		if replace && maps.Equal(e.attributes, attributes) {
			return at
		}
	}
	s.made++
	return s.collection + dbus.ObjectPath(fmt.Sprintf("/%d", s.made))
}

// SearchItems finds the items that have all of the attributes.
func (s collectionFace) SearchItems(m dbus.Message, attributes map[string]string) ([]dbus.ObjectPath, *dbus.Error) {
	if err := s.enter("SearchItems"); err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.resolve(pathOf(m)) == "" {
		return nil, dbus.NewError(noSuchObject, nil)
	}
	return s.matching(attributes), nil
}

// matching is the items that have all of the attributes. s.mu is held.
func (s *secretService) matching(attributes map[string]string) []dbus.ObjectPath {
	if s.found != "" {
		return []dbus.ObjectPath{s.found}
	}
	found := []dbus.ObjectPath{}
	for at, e := range s.entries {
		all := true
		for name, value := range attributes {
			all = all && e.attributes[name] == value
		}
		if all {
			found = append(found, at)
		}
	}
	return found
}

// itemFace is org.freedesktop.Secret.Item.
type itemFace struct{ *secretService }

// GetSecret returns an item's secret.
func (s itemFace) GetSecret(m dbus.Message, session dbus.ObjectPath) (wireSecret, *dbus.Error) {
	err := s.enter("GetSecret")
	s.mu.Lock()
	defer s.mu.Unlock()
	e := s.entries[pathOf(m)]
	switch {
	case err != nil:
		return wireSecret{}, err
	case e == nil:
		return wireSecret{}, dbus.NewError(noSuchObject, nil)
	}
	value := slices.Clone(e.value)
	if s.alter {
		value = append(value, '?')
	}
	return wireSecret{Session: session, Parameters: []byte{}, Value: value, ContentType: "text/plain"}, nil
}

// Delete deletes an item, or prompts for it.
func (s itemFace) Delete(m dbus.Message) (dbus.ObjectPath, *dbus.Error) {
	if err := s.enter("Delete"); err != nil {
		return "/", err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	at := pathOf(m)
	if s.entries[at] == nil {
		return "/", dbus.NewError(noSuchObject, nil)
	}
	if s.asks["Delete"] {
		return s.prompt(func() dbus.Variant { delete(s.entries, at); return dbus.MakeVariant("") }), nil
	}
	delete(s.entries, at)
	return "/", nil
}

// sessionFace is org.freedesktop.Secret.Session.
type sessionFace struct{ *secretService }

// Close ends a session.
func (s sessionFace) Close() *dbus.Error { return s.enter("Close") }

// promptFace is org.freedesktop.Secret.Prompt.
type promptFace struct{ *secretService }

// Prompt shows a prompt to the user.
func (s promptFace) Prompt(m dbus.Message, _ string) *dbus.Error {
	if err := s.enter("Prompt"); err != nil {
		return err
	}
	s.mu.Lock()
	p, person := s.prompts[pathOf(m)], s.onPrompt
	if p != nil {
		p.shown = true
	}
	s.mu.Unlock()
	if p == nil {
		return dbus.NewError(noSuchObject, nil)
	}
	if person != nil {
		person(p)
	}
	return nil
}

// propertiesFace is org.freedesktop.DBus.Properties.
type propertiesFace struct{ *secretService }

// Get returns the properties that are asked for.
func (s propertiesFace) Get(m dbus.Message, _, name string) (dbus.Variant, *dbus.Error) {
	if err := s.enter("Get" + name); err != nil {
		return dbus.Variant{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case name == "Collections" && s.collection == "":
		return dbus.MakeVariant([]dbus.ObjectPath{}), nil
	case name == "Collections":
		return dbus.MakeVariant([]dbus.ObjectPath{s.collection}), nil
	case name == "Locked" && s.resolve(pathOf(m)) != "":
		return dbus.MakeVariant(s.locked), nil
	case name == "Label" && s.resolve(pathOf(m)) != "":
		return dbus.MakeVariant(strings.ToLower(path.Base(string(s.collection)))), nil
	}
	if e := s.entries[pathOf(m)]; name == "Attributes" && e != nil {
		return dbus.MakeVariant(e.attributes), nil
	}
	return dbus.Variant{}, dbus.NewError("org.freedesktop.DBus.Error.UnknownProperty", nil)
}

// pathOf is the object that a call is for.
func pathOf(m dbus.Message) dbus.ObjectPath {
	at, _ := m.Headers[dbus.FieldPath].Value().(dbus.ObjectPath)
	return at
}

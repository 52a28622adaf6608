//go:build linux

package app

import (
	"fmt"
	"slices"
	"sync"

	"github.com/godbus/dbus/v5"

	"accesskeys/app/apptest/check"
)

// Names of the Secret Service API.
const (
	serviceName      = "org.freedesktop.secrets"
	servicePath      = dbus.ObjectPath("/org/freedesktop/secrets")
	serviceInterface = "org.freedesktop.Secret.Service"
	loginPath        = dbus.ObjectPath("/org/freedesktop/secrets/collection/login")
)

const (
	aliasPath     = dbus.ObjectPath("/org/freedesktop/secrets/aliases/default")
	kdeCollection = dbus.ObjectPath("/org/freedesktop/secrets/collection/kdewallet")
	secretPrompt  = "org.freedesktop.Secret.Prompt"
	noSuchObject  = "org.freedesktop.Secret.Error.NoSuchObject"
)

// secretService is a Secret Service that does as it is told, on a connection of its own.
type secretService struct {
	bus  *privateBus
	conn *dbus.Conn

	mu         sync.Mutex
	collection dbus.ObjectPath // "" when there is none
	alias      bool            // the collection is the default one
	kde        bool            // answers as KWallet does where that differs
	locked     bool            // Unlock of the collection prompts
	itemLocked bool            // so does that of an item
	alter      bool            // GetSecret answers something else
	oddSession bool            // OpenSession answers as to another algorithm
	found      dbus.ObjectPath // SearchItems finds this instead; "" means what there is
	entries    map[dbus.ObjectPath]*secretEntry
	made       int
	hooks      map[string]func() *dbus.Error // a method does this first
	asks       map[string]bool               // a method that changes something prompts
	prompts    map[dbus.ObjectPath]*shownPrompt
	onPrompt   func(*shownPrompt) // what a user does about a prompt; nil leaves it standing there
	calls      []string
	closed     chan struct{}
}

// secretEntry is an item.
type secretEntry struct {
	attributes map[string]string
	value      []byte
}

// wireSecret is a secret on the bus.
type wireSecret struct {
	Session           dbus.ObjectPath
	Parameters, Value []byte
	ContentType       string
}

// shownPrompt is a prompt.
type shownPrompt struct {
	service *secretService
	path    dbus.ObjectPath
	accept  func() dbus.Variant // does what was asked for
	shown   bool
}

// newSecretService returns a service with an unlocked login collection.
func newSecretService(bus *privateBus) *secretService {
	bus.Helper()
	s := &secretService{bus: bus, collection: loginPath, alias: true,
		entries: map[dbus.ObjectPath]*secretEntry{}, closed: make(chan struct{})}
	s.behave()
	s.join()
	bus.Cleanup(s.end)
	return s
}

// behave has the service answer at once from now on, and lets go of what was held.
func (s *secretService) behave() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.alter, s.oddSession, s.locked, s.itemLocked, s.found, s.onPrompt = false, false, false, false, "", nil
	s.hooks, s.asks, s.prompts = map[string]func() *dbus.Error{}, map[string]bool{}, map[dbus.ObjectPath]*shownPrompt{}
	s.calls = nil
	close(s.closed)
	s.closed = make(chan struct{})
}

// join goes onto the bus.
func (s *secretService) join() {
	s.bus.Helper()
	conn := s.bus.connect()
	for name, object := range map[string]any{
		serviceInterface: serviceFace{s}, "org.freedesktop.Secret.Collection": collectionFace{s},
		"org.freedesktop.Secret.Item": itemFace{s}, "org.freedesktop.Secret.Session": sessionFace{s},
		secretPrompt: promptFace{s}, "org.freedesktop.DBus.Properties": propertiesFace{s},
	} {
		check.Must(s.bus, conn.ExportSubtree(object, servicePath, name))
	}
	_, err := conn.RequestName(serviceName, dbus.NameFlagDoNotQueue)
	check.Must(s.bus, err)
	s.script(func() { s.conn = conn })
}

// leave goes off the bus, as when the service crashes: nothing under way is answered.
func (s *secretService) leave() {
	s.mu.Lock()
	defer s.mu.Unlock()
	_ = s.conn.Close()
}

// joined reports whether it is on the bus.
func (s *secretService) joined() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.conn.Connected()
}

// emit sends a signal of a prompt.
func (s *secretService) emit(prompt dbus.ObjectPath, body ...any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_ = s.conn.Emit(prompt, secretPrompt+".Completed", body...)
}

// end lets go of what is held, for good.
func (s *secretService) end() {
	s.behave()
	s.leave()
}

// script changes the behaviour.
func (s *secretService) script(change func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change()
}

// hook has a method do f first.
func (s *secretService) hook(method string, f func() *dbus.Error) {
	s.script(func() { s.hooks[method] = f })
}

// hold keeps a method's answers back until release is called.
func (s *secretService) hold(method string) (release func()) {
	gate := make(chan struct{})
	s.mu.Lock()
	closed := s.closed
	s.mu.Unlock()
	s.hook(method, func() *dbus.Error {
		select {
		case <-gate:
		case <-closed:
		}
		return nil
	})
	return sync.OnceFunc(func() { close(gate) })
}

// called reports whether a method was called.
func (s *secretService) called(method string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Contains(s.calls, method)
}

// asked returns the prompts that are shown to a user.
func (s *secretService) asked() []*shownPrompt {
	s.mu.Lock()
	defer s.mu.Unlock()
	var shown []*shownPrompt
	for _, p := range s.prompts {
		if p.shown {
			shown = append(shown, p)
		}
	}
	return shown
}

// names returns the services and accounts of the entries, sorted.
func (s *secretService) names() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var names []string
	for _, e := range s.entries {
		names = append(names, e.attributes["service"]+"/"+e.attributes["username"])
	}
	slices.Sort(names)
	return names
}

// overwrite replaces the value of every entry of a service.
func (s *secretService) overwrite(service, value string) {
	s.script(func() {
		for _, e := range s.entries {
			if e.attributes["service"] == service {
				e.value = []byte(value)
			}
		}
	})
}

// enter notes a call, and does what it is to do first.
func (s *secretService) enter(method string) *dbus.Error {
	s.mu.Lock()
	s.calls = append(s.calls, method)
	hook := s.hooks[method]
	s.mu.Unlock()
	if hook == nil {
		return nil
	}
	return hook()
}

// resolve returns the collection at a path, "" when there is none. s.mu is held.
func (s *secretService) resolve(at dbus.ObjectPath) dbus.ObjectPath {
	if at == s.collection || at == aliasPath && s.alias {
		return s.collection
	}
	return ""
}

// exists reports whether there is a collection or an item at a path. s.mu is held.
func (s *secretService) exists(at dbus.ObjectPath) bool {
	return s.resolve(at) != "" || s.entries[at] != nil
}

// prompt makes a prompt for accept. s.mu is held.
func (s *secretService) prompt(accept func() dbus.Variant) dbus.ObjectPath {
	s.made++
	p := &shownPrompt{service: s, path: dbus.ObjectPath(fmt.Sprintf("/org/freedesktop/secrets/prompt/p%d", s.made)),
		accept: accept}
	s.prompts[p.path] = p
	return p.path
}

// answer has a user accept or dismiss a prompt.
func (p *shownPrompt) answer(accept bool) {
	s := p.service
	s.mu.Lock()
	delete(s.prompts, p.path)
	result := dbus.MakeVariant([]dbus.ObjectPath{})
	switch {
	case accept:
		result = p.accept()
	case s.kde:
		result = dbus.MakeVariant(dbus.ObjectPath("/"))
	}
	s.mu.Unlock()
	s.emit(p.path, !accept, result)
}

// dismisses and accepts are persons who are quick.
func dismisses(p *shownPrompt) { p.answer(false) }

func accepts(p *shownPrompt) { p.answer(true) }

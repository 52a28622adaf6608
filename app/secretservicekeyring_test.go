//go:build linux

package app

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/client"
)

// desk is a keyring over a scripted Secret Service, with one entry.
type desk struct {
	*testing.T
	bus     *privateBus
	service *secretService
	keyring *keyring.Keyring
}

// stuckAfter is when a call counts as stuck here, and patience how long a caller waits: real time, so little.
const (
	stuckAfter = 20 * time.Millisecond
	patience   = 60 * time.Millisecond
)

// newDesk returns a keyring whose calls count as stuck after limit, 0 for the usual.
func newDesk(t *testing.T, limit time.Duration) *desk {
	bus := startBus(t)
	return &desk{T: t, bus: bus, service: newSecretService(bus), keyring: keyring.New(keyring.Options{Limit: limit})}
}

// trial runs a test over the same service, which behaves at its start and at its end.
func (d *desk) trial(name string, test func(d *desk)) {
	d.Run(name, func(t *testing.T) {
		d := &desk{T: t, bus: d.bus, service: d.service, keyring: d.keyring}
		d.restore()
		test(d)
		d.works()
	})
}

// restore has the service behave and the entry there.
func (d *desk) restore() {
	d.Helper()
	d.service.behave()
	d.idle()
	check.Must(d, d.keyring.Set(d.Context(), "service", "account", promptedSecret))
}

// idle waits until the keyring makes no call.
func (d *desk) idle() {
	d.Helper()
	await(d, "the end of a call", func() bool { return !d.keyring.InCall() })
}

// works fails unless the keyring works as soon as the service behaves.
func (d *desk) works() {
	d.Helper()
	d.restore()
	for _, name := range []string{"get", "set", "delete"} {
		if err := operations[name](d.keyring, d.Context()); err != nil {
			d.Errorf("%s afterwards: %v", name, err)
		}
	}
}

// briefly makes a call for a caller with little patience. It fails the test if that takes much longer.
func (d *desk) briefly(name string) error {
	d.Helper()
	ctx, cancel := context.WithTimeout(d.Context(), patience)
	defer cancel()
	began := time.Now()
	err := operations[name](d.keyring, ctx)
	if took := time.Since(began); took > patience+5*time.Second {
		d.Errorf("%s took %s", name, took)
	}
	return err
}

// begin makes a call in the background, and returns what waits for its error.
func (d *desk) begin(name string) (wait func() error) {
	d.Helper()
	done := make(chan error, 1)
	go func() { done <- operations[name](d.keyring, d.Context()) }()
	await(d, "the call", func() bool { return d.keyring.InCall() || len(done) > 0 })
	return func() error {
		d.Helper()
		select {
		case err := <-done:
			return err
		case <-time.After(20 * time.Second):
			d.Fatalf("%s never ends", name)
			return nil
		}
	}
}

// busyBehind fails unless another call is turned away, which waits until the one before is stuck.
func (d *desk) busyBehind() {
	d.Helper()
	ctx, cancel := context.WithTimeout(d.Context(), 20*time.Second)
	defer cancel()
	err := d.keyring.Delete(ctx, "service", "other")
	check.Equal(d, "kind behind a stuck call", keyring.KindOf(err), keyring.Busy)
}

// operations are the calls of a Keyring.
var operations = map[string]func(*keyring.Keyring, context.Context) error{
	"get": func(k *keyring.Keyring, ctx context.Context) error {
		return check.Second(k.Get(ctx, "service", "account"))
	},
	"peek": func(k *keyring.Keyring, ctx context.Context) error {
		return check.Second(k.Peek(ctx, "service", "account"))
	},
	"set": func(k *keyring.Keyring, ctx context.Context) error {
		return k.Set(ctx, "service", "account", promptedSecret)
	},
	"delete": func(k *keyring.Keyring, ctx context.Context) error { return k.Delete(ctx, "service", "account") },
	"probe":  func(k *keyring.Keyring, ctx context.Context) error { return k.Probe(ctx) },
}

// methods are what an operation calls, in order.
var methods = map[string][]string{
	"get":    {"GetCollections", "Unlock", "SearchItems", "OpenSession", "GetSecret", "Close"},
	"peek":   {"SearchItems", "OpenSession", "GetSecret", "Close"},
	"set":    {"OpenSession", "GetCollections", "Unlock", "CreateItem", "Close", "SearchItems", "GetSecret"},
	"delete": {"GetCollections", "Unlock", "SearchItems", "Delete"},
	"probe":  {"GetCollections", "GetLocked"},
}

// eachMethod runs a trial for every method of every operation.
func (d *desk) eachMethod(test func(d *desk, operation, method string)) {
	for operation, methods := range methods {
		for _, method := range methods {
			d.trial(operation+"/"+method, func(d *desk) { test(d, operation, method) })
		}
	}
}

func TestSecretServiceInUse(t *testing.T) {
	d := newDesk(t, 0)
	d.trial("login collection", func(d *desk) {
		check.EqualSlices(d, "entries", d.service.names(), "service/account")
		s, err := d.keyring.Get(d.Context(), "service", "account")
		check.Must(d, err)
		check.Equal(d, "secret", s.Equal(promptedSecret), true)
		check.Must(d, d.keyring.Delete(d.Context(), "service", "account"))
		check.EqualSlices(d, "entries", d.service.names())
	})
}

// Each call takes about a millisecond, and the user waits for it when they press Show.
func TestPeekAsksLittleAndNeverTheUser(t *testing.T) {
	d := newDesk(t, 0)
	peek := func(d *desk) (client.Secret, error) { return d.keyring.Peek(d.Context(), "service", "account") }
	d.trial("unlocked", func(d *desk) {
		d.service.script(func() { d.service.calls = nil })
		s, err := peek(d)
		check.Must(d, err)
		check.Equal(d, "secret", s.Equal(promptedSecret), true)
		d.service.script(func() { check.EqualSlices(d, "calls", d.service.calls, methods["peek"]...) })
	})
	for _, c := range []struct {
		name   string
		script func(*secretService)
	}{
		{"locked collection", func(s *secretService) { s.locked = true }},
		{"locked item", func(s *secretService) { s.itemLocked = true }},
		{"locked in between", func(s *secretService) {
			s.hooks["GetSecret"] = func() *dbus.Error { return dbus.NewError("org.freedesktop.Secret.Error.IsLocked", nil) }
		}},
		{"closed wallet", func(s *secretService) { s.kde, s.collection, s.locked = true, kdeCollection, true }},
	} {
		d.trial(c.name, func(d *desk) {
			d.service.script(func() {
				c.script(d.service)
				d.service.calls = nil
			})
			check.Equal(d, "kind", keyring.KindOf(check.Second(peek(d))), keyring.Locked)
			check.Equal(d, "asked to unlock", d.service.called("Unlock"), false)
		})
	}
	d.trial("open wallet", func(d *desk) {
		d.service.useKWallet()
		check.Must(d, d.keyring.Set(d.Context(), "service", "account", promptedSecret))
		s, err := peek(d)
		check.Must(d, err)
		check.Equal(d, "secret", s.Equal(promptedSecret), true)
	})
	d.trial("nothing", func(d *desk) {
		check.Must(d, d.keyring.Delete(d.Context(), "service", "account"))
		check.Equal(d, "error", errors.Is(check.Second(peek(d)), keyring.ErrNotStored), true)
	})
}

func TestSecretServiceThatNeverAnswers(t *testing.T) {
	newDesk(t, stuckAfter).eachMethod(func(d *desk, operation, method string) {
		release := d.service.hold(method)
		check.Equal(d, "kind", keyring.KindOf(d.briefly(operation)), keyring.Timeout)
		d.busyBehind()
		release()
	})
}

func TestSecretServiceThatAnswersLate(t *testing.T) {
	newDesk(t, stuckAfter).eachMethod(func(d *desk, operation, method string) {
		if operation == "probe" {
			return // nobody is asked, so nobody waits
		}
		release := d.service.hold(method)
		wait := d.begin(operation)
		await(d, "a call of "+method, func() bool { return d.service.called(method) })
		d.busyBehind()
		release()
		check.Must(d, wait())
	})
}

// useKWallet has the service be KWallet.
func (s *secretService) useKWallet() {
	s.script(func() { s.kde, s.collection = true, kdeCollection })
}

func TestServiceThatCrashes(t *testing.T) {
	newDesk(t, 0).eachMethod(func(d *desk, operation, method string) {
		d.service.hook(method, func() *dbus.Error { d.service.leave(); return nil })
		err := d.begin(operation)()
		switch kind := keyring.KindOf(err); {
		case method == "Close": // whose failure go-keyring ignores
		case method == "GetCollections" && operation != "probe": // likewise, but more is called then
			check.Equal(d, "kind", kind, keyring.Missing)
		case operation == "set" && kind == keyring.Mismatch: // stored, and not read back
		default:
			check.Equal(d, "kind", kind, keyring.Timeout)
		}
		if operation == "set" && method != "GetCollections" && err != nil {
			check.Equal(d, "nothing can have been stored", keyring.StoredNothing(err), false)
		}
		check.Equal(d, "the next", keyring.KindOf(d.begin("get")()), keyring.Missing)
		d.service.join()
	})
}

func TestBusThatGoesAway(t *testing.T) {
	newDesk(t, 0).eachMethod(func(d *desk, operation, method string) {
		reached, gone := make(chan struct{}), make(chan struct{})
		d.service.hook(method, func() *dbus.Error { close(reached); <-gone; return nil })
		wait := d.begin(operation)
		<-reached
		d.service.behave() // or what comes after would be kept waiting too
		d.bus.kill()
		close(gone)
		err := wait()
		switch kind := keyring.KindOf(err); {
		case method == "Close":
		case operation == "set" && kind == keyring.Mismatch:
		default:
			check.Equal(d, "kind", kind, keyring.Missing)
		}
		if operation == "set" && err != nil {
			check.Equal(d, "nothing can have been stored", keyring.StoredNothing(err), false)
		}
		check.Equal(d, "the next", keyring.KindOf(d.begin("get")()), keyring.Missing)
		d.bus.start()
		d.service.join()
	})
}

func TestServiceThatAnswersWithAnotherValue(t *testing.T) {
	newDesk(t, 0).trial("set", func(d *desk) {
		d.service.script(func() { d.service.alter = true })
		check.Equal(d, "kind", keyring.KindOf(d.begin("set")()), keyring.Mismatch)
		check.EqualSlices(d, "entries", d.service.names())
	})
}

func TestNoCollection(t *testing.T) {
	d := newDesk(t, 0)
	for name, none := range map[string]func(*secretService){
		"none at all":     func(s *secretService) { s.collection = "" },
		"none by default": func(s *secretService) { s.collection, s.alias = kdeCollection, false },
		"none in KWallet": func(s *secretService) { s.collection, s.kde = "", true },
	} {
		for operation := range operations {
			d.trial(name+"/"+operation, func(d *desk) {
				d.service.script(func() { none(d.service) })
				check.Equal(d, "kind", keyring.KindOf(d.begin(operation)()), keyring.Missing)
				d.service.script(func() { d.service.collection, d.service.alias, d.service.kde = loginPath, true, false })
			})
		}
	}
}

func TestKWallet(t *testing.T) {
	d := newDesk(t, 0)
	d.service.useKWallet()
	d.trial("open", func(d *desk) {
		for _, operation := range []string{"probe", "get", "set", "delete"} {
			check.Must(d, d.begin(operation)())
		}
		check.EqualSlices(d, "entries", d.service.names())
	})
	d.trial("closed", func(d *desk) {
		d.service.script(func() { d.service.locked, d.service.onPrompt = true, accepts })
		check.Equal(d, "probe", keyring.KindOf(d.begin("probe")()), keyring.Locked)
		check.Must(d, d.begin("get")())
	})
	d.trial("not allowed to read", func(d *desk) { // it answers with nothing then
		d.service.overwrite("service", "")
		check.Equal(d, "kind", keyring.KindOf(d.begin("get")()), keyring.Refused)
	})
}

func TestOddAnswers(t *testing.T) {
	d := newDesk(t, 0)
	answers := func(name string, body ...any) func(*secretService) {
		return func(s *secretService) {
			s.hooks["SearchItems"] = func() *dbus.Error { return dbus.NewError(name, body) }
		}
	}
	for _, test := range []struct {
		name   string
		script func(*secretService)
		want   keyring.Kind
	}{
		{"another algorithm", func(s *secretService) { s.oddSession = true }, ""},
		{"no algorithm", func(s *secretService) {
			s.hooks["OpenSession"] = func() *dbus.Error { return dbus.NewError("org.freedesktop.DBus.Error.NotSupported", nil) }
		}, keyring.Refused},
		{"an item that is none", func(s *secretService) { s.found = "/" }, keyring.Refused},
		{"an item that is gone", func(s *secretService) { s.found = "/org/freedesktop/secrets/gone" }, keyring.Refused},
		{"error without a text", answers("org.freedesktop.Secret.Error.IsLocked"), keyring.Refused},
		{"error with a number", answers("x.y", int32(7)), keyring.Refused},
		{"error of the bus", answers("org.freedesktop.DBus.Error.AccessDenied", "no"), keyring.Refused},
		{"error of time", answers("org.freedesktop.DBus.Error.TimedOut", "why"), keyring.Timeout},
		{"error of a service", answers("org.freedesktop.DBus.Error.ServiceUnknown", "why"), keyring.Missing},
	} {
		d.trial(test.name, func(d *desk) {
			d.service.script(func() { test.script(d.service) })
			check.Equal(d, "kind", keyring.KindOf(d.begin("get")()), test.want)
		})
	}
}

//go:build linux

package app

import (
	"context"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/session"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// life is an application over a scripted Secret Service and a server that speaks the contract.
type life struct {
	*desk
	server *demo.Server
	clock  atomic.Int64 // how far the server's clock is ahead
	dir    string
	app    *App

	patience time.Duration // with what is waited for

	mu   sync.Mutex
	told []keyring.Kind // in the session at hand
}

func newLife(t *testing.T) *life {
	l := &life{desk: newDesk(t, 0), dir: t.TempDir()}
	server, err := demo.Start("", demo.Options{Now: func() time.Time { return time.Now().Add(time.Duration(l.clock.Load())) }})
	check.Must(t, err)
	t.Cleanup(func() { _ = server.Close() })
	l.server = server
	l.open()
	return l
}

// open starts the application again, with a user who is in no hurry.
func (l *life) open() { l.start(0, time.Minute) }

// hurry starts it again, with one who is, as a test must be where the keyring does not answer.
func (l *life) hurry() { l.start(stuckAfter, 2*time.Second) }

func (l *life) start(limit, patience time.Duration) {
	l.patience = patience
	l.keyring = keyring.New(keyring.Options{Limit: limit})
	l.app = New(Config{Dir: l.dir, Store: l.keyring, Connector: session.NewConnector(client.Options{})})
}

func (l *life) signIn() *session.Session {
	l.Helper()
	s, err := l.app.Sessions.SignIn(l.Context(), l.server.URL(), l.server.Credentials())
	check.Must(l, err)
	return l.loaded(s)
}

// loaded reads a session's list.
func (l *life) loaded(s *session.Session) *session.Session {
	l.Helper()
	check.Must(l, s.Keys().Load(l.Context()))
	l.mu.Lock()
	defer l.mu.Unlock()
	l.told = nil
	s.Keys().VaultTrouble.Subscribe(func(err error) {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.told = append(l.told, keyring.KindOf(err))
	})
	return s
}

// tellings are what the user was told of the keyring.
func (l *life) tellings() []keyring.Kind {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.told)
}

// brief makes a call for a user with little patience, and fails the test if it takes much more. What is
// cleaned up after it has its own time.
func (l *life) brief(what string, call func(context.Context) error) keyring.Kind {
	l.Helper()
	ctx, cancel := context.WithTimeout(l.Context(), l.patience)
	defer cancel()
	began := time.Now()
	err := call(ctx)
	if took := time.Since(began); took > l.patience+keyring.ShortLimit+5*time.Second {
		l.Errorf("%s took %s", what, took)
	}
	if kind := keyring.KindOf(err); err == nil || kind != "" {
		return kind
	}
	l.Errorf("%s: %v, want an error of the keyring", what, err)
	return ""
}

func (l *life) remember(s *session.Session) keyring.Kind {
	l.Helper()
	return l.brief("remember", func(ctx context.Context) error { return l.app.Sessions.Remember(ctx, s) })
}

func (l *life) resume() keyring.Kind {
	l.Helper()
	return l.brief("resume", func(ctx context.Context) error { return check.Second(l.app.Sessions.Resume(ctx)) })
}

func (l *life) logOut(s *session.Session) keyring.Kind {
	l.Helper()
	return l.brief("log out", func(ctx context.Context) error { return l.app.Sessions.LogOut(ctx, s, true) })
}

// reveal fails unless a key's secret is shown, and has it kept.
func (l *life) reveal(s *session.Session, id string) keys.Revealed {
	l.Helper()
	r, err := s.Keys().Reveal(l.Context(), id)
	check.Must(l, err)
	check.Equal(l, "the server's secret", r.Secret.Equal(l.server.SecretOf(id)), true)
	l.brief("keep", func(ctx context.Context) error { s.Keys().Keep(ctx, id, r); return nil })
	return r
}

// create makes a key.
func (l *life) create(s *session.Session) string {
	l.Helper()
	ids, err := s.Keys().Create(l.Context())
	check.Must(l, err)
	check.Equal(l, "new keys", len(ids), 1)
	return ids[0]
}

// state is what the server has a key in.
func (l *life) state(id string) client.State {
	for _, k := range l.server.Keys() {
		if k.ID == id {
			return k.State
		}
	}
	return "none"
}

// changes counts the requests that change something on the server.
func (l *life) changes() (n int) {
	for _, r := range l.server.Requests() {
		if r.Method != http.MethodGet {
			n++
		}
	}
	return n
}

// endings are what a user is told, in the order of a day.
type endings struct {
	resume, remember, told, logOut keyring.Kind
}

// all are the same outcome of everything.
func all(k keyring.Kind) endings { return endings{k, k, k, k} }

// hostile are the keyrings that a day is spent with.
var hostile = []struct {
	name   string
	script func(*life)
	want   endings
}{
	{"never answers", func(l *life) { l.service.hold("Unlock") },
		endings{keyring.Timeout, keyring.Busy, keyring.Busy, keyring.Busy}},
	{"never answers a set", func(l *life) { l.service.hold("CreateItem") },
		endings{"", keyring.Timeout, keyring.Busy, keyring.Busy}},
	{"never answers a delete", func(l *life) { l.service.hold("Delete") },
		endings{"", "", keyring.Timeout, keyring.Busy}},
	{"unlock dismissed", func(l *life) { l.prompts(dismisses, func(s *secretService) { s.locked = true }) },
		endings{keyring.Refused, "", keyring.Locked, keyring.Refused}},
	{"unlock of items dismissed", func(l *life) { l.prompts(dismisses, func(s *secretService) { s.itemLocked = true }) },
		endings{keyring.Refused, keyring.Mismatch, keyring.Mismatch, ""}},
	{"unlock never answered", func(l *life) { l.prompts(nil, func(s *secretService) { s.locked = true }) },
		endings{keyring.Timeout, keyring.Busy, keyring.Busy, keyring.Busy}},
	{"set dismissed", func(l *life) { l.prompts(dismisses, func(s *secretService) { s.asks["CreateItem"] = true }) },
		endings{"", "", keyring.Refused, ""}},
	{"delete dismissed", func(l *life) { l.prompts(dismisses, func(s *secretService) { s.asks["Delete"] = true }) },
		endings{"", "", keyring.Mismatch, keyring.Mismatch}},
	{"crashes", func(l *life) {
		l.service.hook("Unlock", func() *dbus.Error { l.service.leave(); return nil })
	}, endings{keyring.Timeout, keyring.Missing, keyring.Missing, keyring.Missing}},
	{"is not there", func(l *life) { l.service.leave() }, all(keyring.Missing)},
	{"bus goes away", func(l *life) {
		l.service.hook("Unlock", func() *dbus.Error { l.bus.kill(); return nil })
	}, all(keyring.Missing)},
	{"no bus", func(l *life) { l.bus.kill() }, all(keyring.Missing)},
	{"no collection", func(l *life) {
		l.service.script(func() { l.service.alias, l.service.collection = false, kdeCollection })
	},
		all(keyring.Missing)},
	{"KWallet closed", func(l *life) {
		l.prompts(dismisses, func(s *secretService) { s.kde, s.locked = true, true })
	}, endings{keyring.Refused, "", keyring.Locked, keyring.Refused}},
	{"odd errors", func(l *life) {
		l.service.hook("SearchItems", func() *dbus.Error { return dbus.NewError("x.y", nil) })
	}, endings{keyring.Refused, keyring.Mismatch, keyring.Refused, keyring.Refused}},
}

// prompts has the service prompt, and a user do something about it.
func (l *life) prompts(person func(*shownPrompt), change func(*secretService)) {
	l.service.script(func() { l.service.onPrompt = person; change(l.service) })
}

// TestDayWithAHostileKeyring goes through what a user does with each of them, from a start at which all
// was well. They get their secrets, the server has what they did to it, and all is well again afterwards.
func TestDayWithAHostileKeyring(t *testing.T) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			l := newLife(t)
			known := l.wellSpent()
			h.script(l)
			l.spent(known, h.want)
			l.recovers()
			l.wellSpent()
		})
	}
}

// wellSpent signs in, remembers that and keeps a secret, over a keyring that behaves.
func (l *life) wellSpent() (known string) {
	l.Helper()
	s := l.signIn()
	check.Must(l, l.app.Sessions.Remember(l.Context(), s))
	known = l.create(s)
	l.reveal(s, known)
	l.open()
	s, err := l.app.Sessions.Resume(l.Context())
	check.Must(l, err)
	check.Equal(l, "from vault", l.reveal(l.loaded(s), known).FromVault, true)
	check.Equal(l, "entries", len(l.service.names()), 2)
	return known
}

// spent is a day with a hostile keyring.
func (l *life) spent(known string, want endings) {
	l.Helper()
	before := l.changes()
	l.hurry()
	check.Equal(l, "resume", l.resume(), want.resume)
	s := l.signIn()
	check.Equal(l, "remember", l.remember(s), want.remember)
	l.reveal(s, known)
	fresh := l.create(s)
	l.reveal(s, fresh)
	for _, id := range []string{known, fresh} {
		check.Must(l, s.Keys().Do(l.Context(), keys.OpDelete, id))
		check.Equal(l, "state on the server", l.state(id), client.StateDeleted)
	}
	check.EqualSlices(l, "told", l.tellings(), want.told)
	check.Equal(l, "log out", l.logOut(s), want.logOut)
	check.Equal(l, "remembered", l.app.Settings.Get().Session, nil)
	check.Equal(l, "changes on the server", l.changes()-before, 3)
}

// recovers has the keyring behave. The next sign-in forgets what it would not forget before.
func (l *life) recovers() {
	l.Helper()
	l.service.script(func() { l.service.alias, l.service.collection, l.service.kde = true, loginPath, false })
	for _, p := range l.service.asked() {
		p.answer(true)
	}
	l.service.behave()
	l.bus.start()
	if !l.service.joined() {
		l.service.join()
	}
	l.idle()
	l.open()
	s := l.signIn()
	check.EqualSlices(l, "entries", l.service.names())
	check.EqualSlices(l, "still to be forgotten", l.app.Settings.Get().Forget)
	check.Equal(l, "log out", l.logOut(s), "")
}

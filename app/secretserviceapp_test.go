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
	told []KeyringKind // in the session at hand
}

func newLife(t *testing.T) *life {
	l := &life{desk: newDesk(t, 0), dir: t.TempDir()}
	server, err := demo.Start("", demo.Options{Now: func() time.Time { return time.Now().Add(time.Duration(l.clock.Load())) }})
	must(t, err)
	t.Cleanup(func() { _ = server.Close() })
	l.server = server
	l.open()
	return l
}

// open starts the application anew, with a person who is in no hurry.
func (l *life) open() { l.start(0, time.Minute) }

// hurry starts it anew, with one who is, as a test must be where the keyring does not answer.
func (l *life) hurry() { l.start(stuckAfter, 10*patience) }

func (l *life) start(limit, patience time.Duration) {
	l.patience = patience
	l.keyring = NewKeyring(KeyringOptions{Limit: limit})
	l.app = New(Config{Dir: l.dir, Store: l.keyring, Connector: NewConnector(client.Options{})})
}

func (l *life) signIn() *Session {
	l.Helper()
	s, err := l.app.Sessions.SignIn(l.Context(), l.server.URL(), l.server.Credentials())
	must(l, err)
	return l.loaded(s)
}

// loaded reads a session's list.
func (l *life) loaded(s *Session) *Session {
	l.Helper()
	must(l, s.Keys().Load(l.Context()))
	l.mu.Lock()
	defer l.mu.Unlock()
	l.told = nil
	s.Keys().OnVaultTrouble(func(err error) {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.told = append(l.told, KindOfKeyring(err))
	})
	return s
}

// tellings are what the person was told of the keyring.
func (l *life) tellings() []KeyringKind {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.told)
}

// brief makes a call for a person with little patience, and fails the test if it takes much more. What is
// cleaned up after it has its own time.
func (l *life) brief(what string, call func(context.Context) error) KeyringKind {
	l.Helper()
	ctx, cancel := context.WithTimeout(l.Context(), l.patience)
	defer cancel()
	began := time.Now()
	err := call(ctx)
	if took := time.Since(began); took > l.patience+Patience+5*time.Second {
		l.Errorf("%s took %s", what, took)
	}
	if kind := KindOfKeyring(err); err == nil || kind != "" {
		return kind
	}
	l.Errorf("%s: %v, want an error of the keyring", what, err)
	return ""
}

func (l *life) remember(s *Session) KeyringKind {
	l.Helper()
	return l.brief("remember", func(ctx context.Context) error { return l.app.Sessions.Remember(ctx, s) })
}

func (l *life) resume() KeyringKind {
	l.Helper()
	return l.brief("resume", func(ctx context.Context) error { return second(l.app.Sessions.Resume(ctx)) })
}

func (l *life) logOut(s *Session) KeyringKind {
	l.Helper()
	return l.brief("log out", func(ctx context.Context) error { return l.app.Sessions.LogOut(ctx, s, true) })
}

// reveal fails unless a key's secret is shown, and has it kept.
func (l *life) reveal(s *Session, id string) Revealed {
	l.Helper()
	r, err := s.Keys().Reveal(l.Context(), id)
	must(l, err)
	equal(l, "the server's secret", r.Secret.Equal(l.server.SecretOf(id)), true)
	l.brief("keep", func(ctx context.Context) error { s.Keys().Keep(ctx, id, r); return nil })
	return r
}

// create makes a key.
func (l *life) create(s *Session) string {
	l.Helper()
	ids, err := s.Keys().Create(l.Context())
	must(l, err)
	equal(l, "new keys", len(ids), 1)
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

// endings are what a person is told, in the order of a day.
type endings struct {
	resume, remember, told, logOut KeyringKind
}

// all are the same outcome of everything.
func all(k KeyringKind) endings { return endings{k, k, k, k} }

// hostile are the keyrings that a day is spent with.
var hostile = []struct {
	name   string
	script func(*life)
	want   endings
}{
	{"never answers", func(l *life) { l.service.hold("Unlock") },
		endings{KeyringTimeout, KeyringBusy, KeyringBusy, KeyringBusy}},
	{"never answers a set", func(l *life) { l.service.hold("CreateItem") },
		endings{"", KeyringTimeout, KeyringBusy, KeyringBusy}},
	{"never answers a delete", func(l *life) { l.service.hold("Delete") },
		endings{"", "", KeyringTimeout, KeyringBusy}},
	{"unlock dismissed", func(l *life) { l.prompts(dismisses, func(s *secretService) { s.locked = true }) },
		all(KeyringRefused)},
	{"unlock of items dismissed", func(l *life) { l.prompts(dismisses, func(s *secretService) { s.itemLocked = true }) },
		endings{KeyringRefused, KeyringMismatch, KeyringRefused, ""}},
	{"unlock never answered", func(l *life) { l.prompts(nil, func(s *secretService) { s.locked = true }) },
		endings{KeyringTimeout, KeyringBusy, KeyringBusy, KeyringBusy}},
	{"set dismissed", func(l *life) { l.prompts(dismisses, func(s *secretService) { s.asks["CreateItem"] = true }) },
		endings{"", "", KeyringRefused, ""}},
	{"delete dismissed", func(l *life) { l.prompts(dismisses, func(s *secretService) { s.asks["Delete"] = true }) },
		endings{"", "", KeyringMismatch, KeyringMismatch}},
	{"crashes", func(l *life) {
		l.service.hook("Unlock", func() *dbus.Error { l.service.leave(); return nil })
	}, endings{KeyringTimeout, KeyringMissing, KeyringMissing, KeyringMissing}},
	{"is not there", func(l *life) { l.service.leave() }, all(KeyringMissing)},
	{"bus goes away", func(l *life) {
		l.service.hook("Unlock", func() *dbus.Error { l.bus.kill(); return nil })
	}, all(KeyringMissing)},
	{"no bus", func(l *life) { l.bus.kill() }, all(KeyringMissing)},
	{"no collection", func(l *life) {
		l.service.script(func() { l.service.alias, l.service.collection = false, kdeCollection })
	},
		all(KeyringMissing)},
	{"KWallet closed", func(l *life) {
		l.prompts(dismisses, func(s *secretService) { s.kde, s.locked = true, true })
	}, all(KeyringRefused)},
	{"odd errors", func(l *life) {
		l.service.hook("SearchItems", func() *dbus.Error { return dbus.NewError("x.y", nil) })
	}, endings{KeyringRefused, KeyringMismatch, KeyringRefused, KeyringRefused}},
}

// prompts has the service prompt, and a person do something about it.
func (l *life) prompts(person func(*shownPrompt), change func(*secretService)) {
	l.service.script(func() { l.service.onPrompt = person; change(l.service) })
}

// TestDayWithAHostileKeyring goes through what a person does with each of them, from a start at which all
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
	must(l, l.app.Sessions.Remember(l.Context(), s))
	known = l.create(s)
	l.reveal(s, known)
	l.open()
	s, err := l.app.Sessions.Resume(l.Context())
	must(l, err)
	equal(l, "from vault", l.reveal(l.loaded(s), known).FromVault, true)
	equal(l, "entries", len(l.service.names()), 2)
	return known
}

// spent is a day with a hostile keyring.
func (l *life) spent(known string, want endings) {
	l.Helper()
	before := l.changes()
	l.hurry()
	equal(l, "resume", l.resume(), want.resume)
	s := l.signIn()
	equal(l, "remember", l.remember(s), want.remember)
	l.reveal(s, known)
	fresh := l.create(s)
	l.reveal(s, fresh)
	for _, id := range []string{known, fresh} {
		must(l, s.Keys().Do(l.Context(), OpDelete, id))
		equal(l, "state on the server", l.state(id), client.StateDeleted)
	}
	equalSlices(l, "told", l.tellings(), want.told)
	equal(l, "log out", l.logOut(s), want.logOut)
	equal(l, "remembered", l.app.Settings.Get().Session, nil)
	equal(l, "changes on the server", l.changes()-before, 3)
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
	equalSlices(l, "entries", l.service.names())
	equalSlices(l, "still to be forgotten", l.app.Settings.Get().Forget)
	equal(l, "log out", l.logOut(s), "")
}

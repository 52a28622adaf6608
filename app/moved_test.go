package app

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// TestAPIThatMoves goes on where the API is found anew, with what the keyring has of it, and once more after
// a restart and another sign-in.
func TestAPIThatMoves(t *testing.T) {
	demoServer, err := demo.Start("", demo.Options{})
	must(t, err)
	t.Cleanup(func() { _ = demoServer.Close() })
	var base atomic.Value
	base.Store("/api/v1")
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rest, ours := strings.CutPrefix(r.URL.Path, base.Load().(string)+"/")
		if !ours {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		r.URL.Path = "/api/v1/" + rest
		demoServer.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	store := newFakeStore()
	config := Config{Dir: t.TempDir(), Store: store, Connector: NewConnector(client.Options{})}
	a := New(config)
	s, err := a.Sessions.SignIn(t.Context(), server.URL, demoServer.Credentials())
	must(t, err)
	must(t, a.Sessions.Remember(t.Context(), s))
	must(t, s.Keys().Load(t.Context()))
	id := demoServer.Credentials().KeyID
	keep(t, s, id)
	entries := store.names()

	base.Store("/v1")
	must(t, s.Keys().Load(t.Context()))
	var told []string
	s.OnMoved(func(base string) { told = append(told, base) })
	equalSlices(t, "told", told, server.URL+"/v1")
	must(t, s.Keys().Load(t.Context()))
	equal(t, "times told", len(told), 1)
	inVault(t, s, id)

	s, err = New(config).Sessions.Resume(t.Context())
	must(t, err)
	equal(t, "base after a restart", s.Endpoint().Base, server.URL+"/v1")
	must(t, s.Keys().Load(t.Context()))
	inVault(t, s, id)

	must(t, a.Sessions.LogOut(t.Context(), s, false))
	equal(t, "entries without the sign-in", len(store.names()), len(entries)-1)
	a = New(config)
	s, err = a.Sessions.SignIn(t.Context(), server.URL, demoServer.Credentials())
	must(t, err)
	must(t, s.Keys().Load(t.Context()))
	inVault(t, s, id)
	must(t, a.Sessions.Remember(t.Context(), s))
	equalSlices(t, "entries", store.names(), entries...)

	base.Store("/api/v1") // and back
	must(t, s.Keys().Load(t.Context()))
	inVault(t, s, id)
	must(t, New(config).Sessions.LogOutSaved(t.Context(), true))
	equalSlices(t, "entries after logging out", store.names())
}

// keep reveals a key's secret and has the vault keep it.
func keep(t *testing.T, s *Session, id string) {
	t.Helper()
	r, err := s.Keys().Reveal(t.Context(), id)
	must(t, err)
	s.Keys().Keep(t.Context(), id, r)
	inVault(t, s, id)
}

func inVault(t *testing.T, s *Session, id string) {
	t.Helper()
	r, err := s.Keys().Reveal(t.Context(), id)
	must(t, err)
	if !r.FromVault {
		t.Error("the secret does not come from the vault")
	}
}

func TestFailedLoadThatIsNoMoveIsToldAsItIs(t *testing.T) {
	b := loaded(t, "AK1")
	asked := 0
	b.keys.refind = func(context.Context, error) bool { asked++; return false }
	b.backend.fail["list"] = &client.Error{Kind: client.KindNotJSON}
	equal(t, "kind", client.KindOf(b.keys.Load(t.Context())), client.KindNotJSON)
	equal(t, "looked", asked, 1)
}

// Settings from elsewhere must not have one server's secrets used at another.
func TestHomeIsOnTheSameServer(t *testing.T) {
	for home, want := range map[string]string{
		"":                             "https://server.test/api/v1",
		"https://server.test/v1":       "https://server.test/v1",
		"https://SERVER.test:443/v1":   "https://SERVER.test:443/v1",
		"http://server.test/v1":        "https://server.test/api/v1",
		"https://server.test:8443/v1":  "https://server.test/api/v1",
		"https://other.test/api/v1":    "https://server.test/api/v1",
		"https://x@server.test/api/v1": "https://server.test/api/v1",
	} {
		const base = "https://server.test/api/v1"
		saved := SavedSession{Home: home, Endpoint: client.Endpoint{Base: base}}
		equal(t, "home of a session from "+home, saved.home(), want)
		a := New(Config{Ephemeral: true})
		a.Settings.Change(func(s *Settings) { s.Homes = map[string]string{base: home} })
		equal(t, "home from "+home, a.Sessions.home(base), want)
	}
}

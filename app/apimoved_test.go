package app

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// movable is the demo back end with its API at a base that can be changed, and a 404 elsewhere.
type movable struct {
	*demo.Server
	url  string
	base atomic.Value
}

func newMovable(t *testing.T) *movable {
	d, err := demo.Start("", demo.Options{})
	must(t, err)
	t.Cleanup(func() { _ = d.Close() })
	m := &movable{Server: d}
	m.base.Store("/api/v1")
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rest, ours := strings.CutPrefix(r.URL.Path, m.base.Load().(string)+"/")
		if !ours {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		r.URL.Path = "/api/v1/" + rest
		d.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	m.url = server.URL
	return m
}

// signIn signs in and remembers it, or not.
func (m *movable) signIn(t *testing.T, a *App, remember bool) *Session {
	t.Helper()
	s, err := a.SignIn(t.Context(), m.url, m.Credentials())
	must(t, err)
	if remember {
		must(t, a.Remember(t.Context(), s))
	} else {
		must(t, a.Forget(t.Context(), s))
	}
	must(t, s.Keys().Load(t.Context()))
	return s
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

// TestAPIThatMoved signs in again after the API has moved: what the keyring has of it is used, and forgotten as before.
func TestAPIThatMoved(t *testing.T) {
	m := newMovable(t)
	store := newFakeStore()
	config := Config{Dir: t.TempDir(), Store: store, Connector: NewConnector(client.Options{})}
	a := New(config)
	s := m.signIn(t, a, true)
	id := m.Credentials().KeyID
	var others []string
	for _, k := range s.Keys().All() {
		if k.State == client.StateEnabled && !k.Own {
			others = append(others, k.ID)
		}
	}
	keep(t, s, id)
	keep(t, s, others[0])

	m.base.Store("/v1")
	for name, err := range map[string]error{
		"the list": s.Keys().Load(t.Context()),
		"a change": s.Keys().Disable(t.Context(), others[0]),
		"a new key": func() error {
			_, err := s.Keys().Create(t.Context())
			return err
		}(),
	} {
		var moved *APIMovedError
		if !errors.As(err, &moved) || moved.Base != m.url+"/api/v1" {
			t.Errorf("%s: %v", name, err)
		}
	}

	s = m.signIn(t, a, true)
	equal(t, "base", s.Endpoint().Base, m.url+"/v1")
	equalSlices(t, "entries", store.names(), signInService+"/"+m.url+"/v1 "+id,
		vaultService+"/"+m.url+"/api/v1 "+min(id, others[0]), vaultService+"/"+m.url+"/api/v1 "+max(id, others[0]))
	inVault(t, s, id)
	must(t, s.Keys().Delete(t.Context(), others[0]))
	equal(t, "entries once a key is deleted", len(store.names()), 2)
	keep(t, s, others[1])
	equal(t, "entries at both bases", len(store.names()), 3)

	s, err := New(config).Resume(t.Context())
	must(t, err)
	must(t, s.Keys().Load(t.Context()))
	inVault(t, s, id)
	must(t, New(config).LogOutSaved(t.Context(), true))
	equalSlices(t, "entries after logging out", store.names())
}

// TestNotRememberedWhereTheAPIIsNow forgets what was remembered where it was before.
func TestNotRememberedWhereTheAPIIsNow(t *testing.T) {
	m := newMovable(t)
	store := newFakeStore()
	a := New(Config{Dir: t.TempDir(), Store: store, Connector: NewConnector(client.Options{})})
	m.signIn(t, a, true)
	m.base.Store("/v1")
	m.signIn(t, a, false)
	equalSlices(t, "entries", store.names())
	if saved := a.Settings().Session; saved != nil {
		t.Errorf("remembered: %v", saved)
	}
}

// TestAPIThatAnEarlierVersionFoundAgain has settings of a version that named what is in the keyring by where the API was
// at first.
func TestAPIThatAnEarlierVersionFoundAgain(t *testing.T) {
	m := newMovable(t)
	m.base.Store("/v1")
	dir, store := t.TempDir(), newFakeStore()
	id := m.Credentials().KeyID
	first := m.url + "/api/v1"
	must(t, os.WriteFile(filepath.Join(dir, "settings.json"), []byte(`{"version":1,"server":"`+m.url+`","homes":{"`+m.url+`/v1":"`+first+`"},
		"session":{"server":"`+m.url+`","endpoint":{"base":"`+m.url+`/v1","join":"slash"},"home":"`+first+`","keyId":"`+id+`"}}`), 0o600))
	must(t, store.Set(t.Context(), signInService, account(first, id), m.Credentials().Secret))
	config := Config{Dir: dir, Store: store, Connector: NewConnector(client.Options{})}
	a := New(config)
	must(t, a.newVault(first).put(t.Context(), id, m.Credentials().Secret, entry{Stamp: stampOf(a.now())}, always))

	_, err := a.Resume(t.Context())
	equal(t, "not stored", errors.Is(err, ErrNotStored), true)
	s := m.signIn(t, a, true)
	inVault(t, s, id)
	equalSlices(t, "entries", store.names(), signInService+"/"+m.url+"/v1 "+id, vaultService+"/"+first+" "+id)
	must(t, a.LogOut(t.Context(), s, true))
	equalSlices(t, "entries after logging out", store.names())
}

// TestAnotherAPIOnTheServer has two APIs on one server whose users have the same IDs.
func TestAnotherAPIOnTheServer(t *testing.T) {
	b := newFixture(t)
	other := &vault{store: b.store, index: b.vault.index, base: "http://server/other/api/v1"}
	must(t, other.put(t.Context(), "BK1", secretOf("BK1"), entry{User: "u1"}, always))
	k := b.another(ofUserKeys("u1", "AK1", "AK2"))
	must(t, k.Load(t.Context()))
	equalSlices(t, "stored of the other", stored(t, other), "BK1")
}

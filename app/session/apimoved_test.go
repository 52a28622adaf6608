package session

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/secrets"
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
	check.Must(t, err)
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
func (m *movable) signIn(t *testing.T, a *program, remember bool) *Session {
	t.Helper()
	s, err := a.Sessions.SignIn(t.Context(), m.url, m.Credentials())
	check.Must(t, err)
	if remember {
		check.Must(t, a.Sessions.Remember(t.Context(), s))
	} else {
		check.Must(t, a.Sessions.Forget(t.Context(), s, true))
	}
	check.Must(t, s.Keys().Load(t.Context()))
	return s
}

// keep reveals a key's secret and has the vault keep it.
func keep(t *testing.T, s *Session, id string) {
	t.Helper()
	r, err := s.Keys().Reveal(t.Context(), id)
	check.Must(t, err)
	s.Keys().Keep(t.Context(), id, r)
	inVault(t, s, id)
}

func inVault(t *testing.T, s *Session, id string) {
	t.Helper()
	r, err := s.Keys().Reveal(t.Context(), id)
	check.Must(t, err)
	if !r.FromVault {
		t.Error("the secret does not come from the vault")
	}
}

// TestAPIThatMoved signs in again after the API has moved: what the keyring has of it is used, and forgotten as before.
func TestAPIThatMoved(t *testing.T) {
	m := newMovable(t)
	store := apptest.NewStore()
	config := programConfig{Dir: t.TempDir(), Store: store, Connector: NewConnector(client.Options{})}
	a := newProgram(config)
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
		"a change": s.Keys().Do(t.Context(), keys.OpDisable, others[0]),
		"a new key": func() error {
			_, err := s.Keys().Create(t.Context())
			return err
		}(),
	} {
		var moved *keys.APIMovedError
		if !errors.As(err, &moved) || moved.Base != m.url+"/api/v1" {
			t.Errorf("%s: %v", name, err)
		}
	}

	s = m.signIn(t, a, true)
	check.Equal(t, "base", s.Endpoint().Base, m.url+"/v1")
	check.EqualSlices(t, "entries", store.Names(), keyring.ServiceSignIn+"/"+m.url+"/v1 "+id,
		keyring.ServiceVault+"/"+m.url+"/api/v1 "+min(id, others[0]), keyring.ServiceVault+"/"+m.url+"/api/v1 "+max(id, others[0]))
	inVault(t, s, id)
	check.Must(t, s.Keys().Do(t.Context(), keys.OpDelete, others[0]))
	check.Equal(t, "entries once a key is deleted", len(store.Names()), 2)
	keep(t, s, others[1])
	check.Equal(t, "entries at both bases", len(store.Names()), 3)

	s, err := newProgram(config).Sessions.Resume(t.Context())
	check.Must(t, err)
	check.Must(t, s.Keys().Load(t.Context()))
	inVault(t, s, id)
	check.Must(t, newProgram(config).Sessions.LogOutAll(t.Context(), nil, true))
	check.EqualSlices(t, "entries after logging out", store.Names())
}

// TestNotRememberedWhereTheAPIIsNow forgets what was remembered where it was before.
func TestNotRememberedWhereTheAPIIsNow(t *testing.T) {
	m := newMovable(t)
	store := apptest.NewStore()
	a := newProgram(programConfig{Dir: t.TempDir(), Store: store, Connector: NewConnector(client.Options{})})
	m.signIn(t, a, true)
	m.base.Store("/v1")
	m.signIn(t, a, false)
	check.EqualSlices(t, "entries", store.Names())
	if saved := a.Settings.Get().Session; saved != nil {
		t.Errorf("remembered: %v", saved)
	}
}

// TestAPIThatAnEarlierVersionFoundAgain has settings of a version that named what is in the keyring by where the API was
// at first.
func TestAPIThatAnEarlierVersionFoundAgain(t *testing.T) {
	m := newMovable(t)
	m.base.Store("/v1")
	dir, store := t.TempDir(), apptest.NewStore()
	id := m.Credentials().KeyID
	first := m.url + "/api/v1"
	check.Must(t, os.WriteFile(filepath.Join(dir, "settings.json"), []byte(`{"version":1,"server":"`+m.url+`","homes":{"`+m.url+`/v1":"`+first+`"},
		"session":{"server":"`+m.url+`","endpoint":{"base":"`+m.url+`/v1","join":"slash"},"home":"`+first+`","keyId":"`+id+`"}}`), 0o600))
	check.Must(t, store.Set(t.Context(), keyring.ServiceSignIn, keyring.Account(first, id), m.Credentials().Secret))
	config := programConfig{Dir: dir, Store: store, Connector: NewConnector(client.Options{})}
	a := newProgram(config)
	check.Must(t, a.Sessions.NewVault(first).Put(t.Context(), id, m.Credentials().Secret, secrets.Entry{Stamp: secrets.StampOf(time.Now())}, apptest.Always))

	_, err := a.Sessions.Resume(t.Context())
	check.Equal(t, "not stored", errors.Is(err, keyring.ErrNotStored), true)
	s := m.signIn(t, a, true)
	inVault(t, s, id)
	check.EqualSlices(t, "entries", store.Names(), keyring.ServiceSignIn+"/"+m.url+"/v1 "+id, keyring.ServiceVault+"/"+first+" "+id)
	check.Must(t, a.Sessions.LogOut(t.Context(), s, true))
	check.EqualSlices(t, "entries after logging out", store.Names())
}

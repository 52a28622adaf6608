package app

import (
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// TestOverHTTP goes through a person's day with the real client and a back end that speaks the contract.
func TestOverHTTP(t *testing.T) {
	server, err := demo.Start("", demo.Options{})
	must(t, err)
	t.Cleanup(func() { _ = server.Close() })
	store := newFakeStore()
	config := Config{Dir: t.TempDir(), Store: store, Connector: NewConnector(client.Options{})}
	a := New(config)
	s, err := a.Sessions.SignIn(t.Context(), server.URL(), server.Credentials())
	must(t, err)
	equal(t, "base", s.Endpoint().Base, server.Base())
	must(t, a.Sessions.Remember(t.Context(), s))

	before := len(server.Requests())
	s, err = New(config).Sessions.Resume(t.Context())
	must(t, err)
	equal(t, "requests of resuming", len(server.Requests())-before, 0)
	list := s.Keys()
	must(t, list.Load(t.Context()))
	equal(t, "keys", len(list.All()), len(server.Keys()))
	version, err := s.Version(t.Context())
	must(t, err)
	equal(t, "version", version.Number, "1.3.1")

	ids, err := list.Create(t.Context())
	must(t, err)
	if len(ids) != 1 {
		t.Fatalf("new IDs: %v, want one", ids)
	}
	id := ids[0]
	r, err := list.Reveal(t.Context(), id)
	must(t, err)
	equal(t, "secret", r.Secret.Equal(server.SecretOf(id)), true)
	list.Keep(t.Context(), id, r)
	must(t, list.Do(t.Context(), OpDisable, id))
	must(t, list.Do(t.Context(), OpEnable, id))
	must(t, list.Do(t.Context(), OpDisable, id))
	must(t, list.Do(t.Context(), OpDelete, id))
	must(t, list.Load(t.Context()))
	for _, k := range server.Keys() {
		if shown, ok := list.Find(k.ID); !ok || shown.State != k.State {
			t.Errorf("%s is %q here, %q there", k.ID, shown.State, k.State)
		}
	}
	must(t, a.Sessions.LogOut(t.Context(), s, true))
	equalSlices(t, "keyring", store.names())
}

func TestConnectorReturnsNoHalfBackend(t *testing.T) {
	c := NewConnector(client.Options{})
	b, err := c.SignIn(t.Context(), "not a server", client.Credentials{KeyID: "AK1"}, client.Network{})
	equal(t, "kind", client.KindOf(err), client.KindAddress)
	equal(t, "back end", b, nil)
	b, err = c.Resume(client.Endpoint{}, client.Credentials{KeyID: "AK1"}, client.Network{})
	equal(t, "kind", client.KindOf(err), client.KindAddress)
	equal(t, "back end", b, nil)
}

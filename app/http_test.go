package app

import (
	"slices"
	"testing"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keys"
	"accesskeys/app/session"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
)

// TestOverHTTP goes through a user's day with the real client and a back end that speaks the contract.
func TestOverHTTP(t *testing.T) {
	server, err := demo.Start("", demo.Options{})
	check.Must(t, err)
	t.Cleanup(func() { _ = server.Close() })
	store := apptest.NewStore()
	config := Config{Dir: t.TempDir(), Store: store, Connector: session.NewConnector(client.Options{})}
	a := New(config)
	s, err := a.Sessions.SignIn(t.Context(), server.URL(), server.Credentials())
	check.Must(t, err)
	check.Equal(t, "base", s.Endpoint().Base, server.Base())
	check.Must(t, a.Sessions.Remember(t.Context(), s))

	asked := func() int { // but for what a sign-in asks beside what it finds, which may be noted late
		return len(slices.DeleteFunc(server.Requests(), func(r demo.Request) bool { return r.Path == "/v1/version" }))
	}
	before := asked()
	s, err = New(config).Sessions.Resume(t.Context())
	check.Must(t, err)
	check.Equal(t, "requests of resuming", asked()-before, 0)
	list := s.Keys()
	check.Must(t, list.Load(t.Context()))
	check.Equal(t, "keys", len(list.All()), len(server.Keys()))
	version, err := s.Version(t.Context())
	check.Must(t, err)
	check.Equal(t, "version", version.Number, "1.3.1")

	ids, err := list.Create(t.Context())
	check.Must(t, err)
	if len(ids) != 1 {
		t.Fatalf("new IDs: %v, want one", ids)
	}
	id := ids[0]
	r, err := list.Reveal(t.Context(), id)
	check.Must(t, err)
	check.Equal(t, "secret", r.Secret.Equal(server.SecretOf(id)), true)
	list.Keep(t.Context(), id, r)
	check.Must(t, list.Do(t.Context(), keys.OpDisable, id))
	check.Must(t, list.Do(t.Context(), keys.OpEnable, id))
	check.Must(t, list.Do(t.Context(), keys.OpDisable, id))
	check.Must(t, list.Do(t.Context(), keys.OpDelete, id))
	check.Must(t, list.Load(t.Context()))
	for _, k := range server.Keys() {
		if shown, ok := list.Find(k.ID); !ok || shown.State != k.State {
			t.Errorf("%s is %q here, %q there", k.ID, shown.State, k.State)
		}
	}
	check.Must(t, a.Sessions.LogOut(t.Context(), s, true))
	check.EqualSlices(t, "keyring", store.Names())
}

func TestConnectorReturnsNoHalfBackend(t *testing.T) {
	c := session.NewConnector(client.Options{})
	b, err := c.SignIn(t.Context(), "not a server", client.Credentials{KeyID: "AK1"}, route.Network{})
	check.Equal(t, "kind", client.KindOf(err), client.KindAddress)
	check.Equal(t, "back end", b, nil)
	b, err = c.Resume(client.Endpoint{}, client.Credentials{KeyID: "AK1"}, route.Network{})
	check.Equal(t, "kind", client.KindOf(err), client.KindAddress)
	check.Equal(t, "back end", b, nil)
}

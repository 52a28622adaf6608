package app

import (
	"testing"

	"accesskeys/client"
)

func networkApp(t *testing.T) (*program, *fakeConnector, programConfig) {
	t.Helper()
	connector := &fakeConnector{backend: newFakeBackend("AK1")}
	config := programConfig{Dir: t.TempDir(), Store: newFakeStore(), Connector: connector}
	return newProgram(config), connector, config
}

func TestServerIsReachedAsItWasSet(t *testing.T) {
	a, connector, config := networkApp(t)
	n := client.Network{Proxy: "proxy.test:3128", Seconds: 20}
	must(t, a.Networks.Set(" HTTP://server/x ", n))
	s, err := a.Sessions.SignIn(t.Context(), "http://server", client.Credentials{KeyID: "AK1"})
	must(t, err)
	equal(t, "network", connector.network, n)
	must(t, a.Sessions.Remember(t.Context(), s))

	again := newProgram(config)
	_, err = again.Sessions.Resume(t.Context())
	must(t, err)
	equal(t, "network when resumed", connector.network, n)
	equal(t, "another server's", again.Networks.Of("https://server"), client.Network{})
	equal(t, "no server's", again.Networks.Of("ftp://x"), client.Network{})
	must(t, again.Networks.Set("http://server", client.Network{}))
	must(t, again.Settings.Save())
	equal(t, "servers", len(newProgram(config).Settings.Get().Servers), 0)
}

func TestSwitchedNetworkIsKeptOnceTheBackEndTakesIt(t *testing.T) {
	a, _, config := networkApp(t)
	s, err := a.Sessions.SignIn(t.Context(), "http://server", client.Credentials{KeyID: "AK1"})
	must(t, err)
	backend := &choosy{Backend: s.backend, fail: &client.Error{Kind: client.KindSettings}}
	s.backend = backend
	equal(t, "kind", client.KindOf(a.Networks.Switch(s, client.Network{Seconds: 20})), client.KindSettings)
	equal(t, "servers", len(a.Settings.Get().Servers), 0)
	backend.fail = nil
	must(t, a.Networks.Switch(s, client.Network{Seconds: 20}))
	equal(t, "taken", backend.taken.Seconds, 20)
	must(t, a.Settings.Save())
	equal(t, "kept", newProgram(config).Networks.Of("http://server").Seconds, 20)
}

// choosy is a back end that does not take every network.
type choosy struct {
	Backend
	taken client.Network
	fail  error
}

func (c *choosy) SetNetwork(n client.Network) error {
	if c.fail == nil {
		c.taken = n
	}
	return c.fail
}

// A session that was remembered before anybody was asked about http is asked about, and stays remembered.
func TestPlainSessionIsAskedAboutAndKept(t *testing.T) {
	store := newFakeStore()
	config := programConfig{Dir: t.TempDir(), Store: store, Connector: NewConnector(client.Options{})}
	saved := SavedSession{Server: "http://optimizer.test", KeyID: "AK1",
		Endpoint: client.Endpoint{Base: "http://optimizer.test/api/v1", Join: client.JoinSlash}}
	a := newProgram(config)
	update(t, a.Settings, func(s *Settings) { s.Session = &saved })
	must(t, store.Set(t.Context(), ServiceSignIn, saved.Account(), secretOf("AK1")))
	_, err := a.Sessions.Resume(t.Context())
	equal(t, "kind", client.KindOf(err), client.KindPlain)
	must(t, a.Networks.Set("http://optimizer.test", client.Network{AllowPlain: true}))
	s, err := a.Sessions.Resume(t.Context())
	must(t, err)
	equal(t, "remembered", s.Remembered(), true)
	equal(t, "allowed", s.Network().AllowPlain, true)
}

package session

import (
	"testing"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/route"
)

func networkApp(t *testing.T) (*program, *fakeConnector, programConfig) {
	t.Helper()
	connector := &fakeConnector{backend: apptest.NewBackend("AK1")}
	config := programConfig{Dir: t.TempDir(), Store: apptest.NewStore(), Connector: connector}
	return newProgram(config), connector, config
}

func TestServerIsReachedAsItWasSet(t *testing.T) {
	a, connector, config := networkApp(t)
	n := route.Network{Proxy: "proxy.test:3128", Seconds: 20}
	check.Must(t, a.Networks.Set(" HTTP://server/x ", n))
	s, err := a.Sessions.SignIn(t.Context(), "http://server", client.Credentials{KeyID: "AK1", Secret: apptest.SecretOf("AK1")})
	check.Must(t, err)
	check.Equal(t, "network", connector.network, n)
	check.Must(t, a.Sessions.Remember(t.Context(), s))

	again := newProgram(config)
	_, err = again.Sessions.Resume(t.Context())
	check.Must(t, err)
	check.Equal(t, "network when resumed", connector.network, n)
	check.Equal(t, "another server's", again.Networks.Of("https://server"), route.Network{})
	check.Equal(t, "no server's", again.Networks.Of("ftp://x"), route.Network{})
	check.Must(t, again.Networks.Set("http://server", route.Network{}))
	check.Must(t, again.Settings.Save())
	check.Equal(t, "servers", len(newProgram(config).Settings.Get().Servers), 0)
}

func TestSwitchedNetworkIsKeptOnceTheBackEndTakesIt(t *testing.T) {
	a, _, config := networkApp(t)
	s, err := a.Sessions.SignIn(t.Context(), "http://server", client.Credentials{KeyID: "AK1"})
	check.Must(t, err)
	backend := &choosy{Backend: s.backend, fail: &client.Error{Kind: client.KindSettings}}
	s.backend = backend
	check.Equal(t, "kind", client.KindOf(a.Networks.Switch(s, route.Network{Seconds: 20})), client.KindSettings)
	check.Equal(t, "servers", len(a.Settings.Get().Servers), 0)
	backend.fail = nil
	check.Must(t, a.Networks.Switch(s, route.Network{Seconds: 20}))
	check.Equal(t, "taken", backend.taken.Seconds, 20)
	check.Must(t, a.Settings.Save())
	check.Equal(t, "kept", newProgram(config).Networks.Of("http://server").Seconds, 20)
}

// choosy is a back end that does not take every network.
type choosy struct {
	Backend
	taken route.Network
	fail  error
}

func (c *choosy) SetNetwork(n route.Network) error {
	if c.fail == nil {
		c.taken = n
	}
	return c.fail
}

// A session that was remembered before anybody was asked about http is asked about, and stays remembered.
func TestPlainSessionIsAskedAboutAndKept(t *testing.T) {
	store := apptest.NewStore()
	config := programConfig{Dir: t.TempDir(), Store: store, Connector: NewConnector(client.Options{})}
	saved := settings.SavedSession{Server: "http://optimizer.test", KeyID: "AK1",
		Endpoint: client.Endpoint{Base: "http://optimizer.test/api/v1", TokenFormat: client.FormatSlash}}
	a := newProgram(config)
	check.Update(t, a.Settings, func(s *settings.Settings) { s.Session = &saved })
	check.Must(t, store.Set(t.Context(), keyring.ServiceSignIn, saved.Account(), apptest.SecretOf("AK1")))
	_, err := a.Sessions.Resume(t.Context())
	check.Equal(t, "kind", client.KindOf(err), client.KindPlain)
	check.Must(t, a.Networks.Set("http://optimizer.test", route.Network{AllowPlain: true}))
	s, err := a.Sessions.Resume(t.Context())
	check.Must(t, err)
	check.Equal(t, "remembered", s.Remembered(), true)
	check.Equal(t, "allowed", s.Network().AllowPlain, true)
}

package app

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accesskeys/client"
)

func networkApp(t *testing.T) (*App, *fakeConnector, Config) {
	t.Helper()
	connector := &fakeConnector{backend: newFakeBackend("AK1")}
	config := Config{Dir: t.TempDir(), Store: newFakeStore(), Connector: connector}
	return New(config), connector, config
}

func TestServerIsReachedAsItWasSet(t *testing.T) {
	a, connector, config := networkApp(t)
	n := client.Network{Proxy: "proxy.test:3128", Seconds: 20}
	must(t, a.Networks.Set(" HTTP://server/x ", n))
	s, err := a.Sessions.SignIn(t.Context(), "http://server", client.Credentials{KeyID: "AK1"})
	must(t, err)
	equal(t, "network", connector.network, n)
	must(t, a.Sessions.Remember(t.Context(), s))

	again := New(config)
	_, err = again.Sessions.Resume(t.Context())
	must(t, err)
	equal(t, "network when resumed", connector.network, n)
	equal(t, "another server's", again.Networks.Of("https://server"), client.Network{})
	equal(t, "no server's", again.Networks.Of("ftp://x"), client.Network{})
	must(t, again.Networks.Set("http://server", client.Network{}))
	must(t, again.Settings.Save())
	equal(t, "servers", len(New(config).Settings.Get().Servers), 0)
}

func TestWrongNetworkIsNotKept(t *testing.T) {
	a, _, _ := networkApp(t)
	err := a.Networks.Set("server", client.Network{CAFile: filepath.Join(t.TempDir(), "gone")})
	equal(t, "kind", client.KindOf(err), client.KindSettings)
	err = a.Networks.Set("ftp://x", client.Network{Seconds: 20})
	equal(t, "kind", client.KindOf(err), client.KindAddress)
	equal(t, "servers", len(a.Settings.Get().Servers), 0)
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
	equal(t, "kept", New(config).Networks.Of("http://server").Seconds, 20)
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

func TestPathsAreKeptWhole(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	here, err := os.Getwd()
	must(t, err)
	for typed, want := range map[string]string{
		"~/ca.pem":    filepath.Join(home, "ca.pem"),
		" ~ ":         home,
		"ca.pem":      filepath.Join(here, "ca.pem"),
		"~me/ca.pem":  filepath.Join(here, "~me", "ca.pem"),
		"":            "",
		home + "/x\n": filepath.Join(home, "x"),
	} {
		n, err := cleaned(client.Network{CAFile: typed})
		must(t, err)
		equal(t, typed, n.CAFile, want)
	}
}

func TestTwoProcessesSetDifferentServers(t *testing.T) {
	_, _, config := networkApp(t)
	first, second := New(config), New(config)
	must(t, first.Networks.Set("a.test", client.Network{Seconds: 20}))
	must(t, first.Settings.Save())
	must(t, second.Networks.Set("b.test", client.Network{Seconds: 30}))
	must(t, second.Settings.Save())
	must(t, first.Networks.Set("a.test", client.Network{}))
	must(t, first.Settings.Save())
	must(t, second.Settings.Save())
	for _, a := range []*App{first, second, New(config)} {
		equal(t, "a", a.Networks.Of("a.test").Seconds, 0)
		equal(t, "b", a.Networks.Of("b.test").Seconds, 30)
	}
}

func TestServersAreHandedOutAsCopies(t *testing.T) {
	a, _, _ := networkApp(t)
	must(t, a.Networks.Set("a.test", client.Network{Seconds: 20}))
	clear(a.Settings.Get().Servers)
	equal(t, "a", a.Networks.Of("a.test").Seconds, 20)
}

func TestLimitFromElsewhereIsTheDefault(t *testing.T) {
	_, _, config := networkApp(t)
	must(t, os.WriteFile(filepath.Join(config.Dir, "settings.json"),
		[]byte(`{"servers":{"https://a.test:443":{"limitSeconds":100000,"pin":"ab"}}}`), 0o600))
	n := New(config).Networks.Of("a.test")
	equal(t, "limit", LimitOf(n), 10)
	equal(t, "pin", n.Pin, "ab")
}

// A session that was remembered before anybody was asked about http is asked about, and stays remembered.
func TestPlainSessionIsAskedAboutAndKept(t *testing.T) {
	store := newFakeStore()
	config := Config{Dir: t.TempDir(), Store: store, Connector: NewConnector(client.Options{})}
	saved := SavedSession{Server: "http://optimizer.test", KeyID: "AK1",
		Endpoint: client.Endpoint{Base: "http://optimizer.test/api/v1", Join: client.JoinSlash}}
	a := New(config)
	update(t, a, func(s *Settings) { s.Session = &saved })
	must(t, store.Set(t.Context(), ServiceSignIn, saved.Account(), secretOf("AK1")))
	_, err := a.Sessions.Resume(t.Context())
	equal(t, "kind", client.KindOf(err), client.KindPlain)
	must(t, a.Networks.Set("http://optimizer.test", client.Network{AllowPlain: true}))
	s, err := a.Sessions.Resume(t.Context())
	must(t, err)
	equal(t, "remembered", s.Remembered(), true)
	equal(t, "allowed", s.Network().AllowPlain, true)
}

func TestNoSecretIsInTheSettings(t *testing.T) {
	a, _, config := networkApp(t)
	err := a.Networks.Set("a.test", client.Network{Proxy: "http://me:hunter2@proxy.test"})
	var n *client.NetworkError
	equal(t, "refused", errors.As(err, &n) && n.Problem == client.ProblemPassword, true)
	update(t, a, func(s *Settings) { s.Server = "x" })
	content, err := os.ReadFile(filepath.Join(config.Dir, "settings.json"))
	must(t, err)
	equal(t, "password", strings.Contains(string(content), "hunter2"), false)
}

package app

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accesskeys/client"
)

// networksIn is the networks of a program that keeps its settings in a directory.
func networksIn(dir string) *networks {
	return newNetworks(openSettings(filepath.Join(dir, "settings.json"), slog.New(slog.DiscardHandler)))
}

func TestWrongNetworkIsNotKept(t *testing.T) {
	a := networksIn(t.TempDir())
	err := a.Set("server", client.Network{CAFile: filepath.Join(t.TempDir(), "gone")})
	equal(t, "kind", client.KindOf(err), client.KindSettings)
	err = a.Set("ftp://x", client.Network{Seconds: 20})
	equal(t, "kind", client.KindOf(err), client.KindAddress)
	equal(t, "servers", len(a.settings.Get().Servers), 0)
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
	dir := t.TempDir()
	first, second := networksIn(dir), networksIn(dir)
	must(t, first.Set("a.test", client.Network{Seconds: 20}))
	must(t, first.settings.Save())
	must(t, second.Set("b.test", client.Network{Seconds: 30}))
	must(t, second.settings.Save())
	must(t, first.Set("a.test", client.Network{}))
	must(t, first.settings.Save())
	must(t, second.settings.Save())
	for _, a := range []*networks{first, second, networksIn(dir)} {
		equal(t, "a", a.Of("a.test").Seconds, 0)
		equal(t, "b", a.Of("b.test").Seconds, 30)
	}
}

func TestServersAreHandedOutAsCopies(t *testing.T) {
	a := networksIn(t.TempDir())
	must(t, a.Set("a.test", client.Network{Seconds: 20}))
	clear(a.settings.Get().Servers)
	equal(t, "a", a.Of("a.test").Seconds, 20)
}

func TestLimitFromElsewhereIsTheDefault(t *testing.T) {
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "settings.json"),
		[]byte(`{"servers":{"https://a.test:443":{"limitSeconds":100000,"pin":"ab"}}}`), 0o600))
	n := networksIn(dir).Of("a.test")
	equal(t, "limit", LimitOf(n), 10)
	equal(t, "pin", n.Pin, "ab")
}

func TestNoSecretIsInTheSettings(t *testing.T) {
	dir := t.TempDir()
	a := networksIn(dir)
	err := a.Set("a.test", client.Network{Proxy: "http://me:hunter2@proxy.test"})
	var n *client.NetworkError
	equal(t, "refused", errors.As(err, &n) && n.Problem == client.ProblemPassword, true)
	update(t, a.settings, func(s *Settings) { s.Server = "x" })
	content, err := os.ReadFile(filepath.Join(dir, "settings.json"))
	must(t, err)
	equal(t, "password", strings.Contains(string(content), "hunter2"), false)
}

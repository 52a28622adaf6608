package connection

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/route"
)

// networksIn returns the network settings in a directory.
func networksIn(dir string) *Networks {
	return New(settings.Open(filepath.Join(dir, "settings.json"), slog.New(slog.DiscardHandler)))
}

func TestWrongNetworkIsNotKept(t *testing.T) {
	a := networksIn(t.TempDir())
	err := a.Set("server", route.Network{CAFile: filepath.Join(t.TempDir(), "gone")})
	check.Equal(t, "kind", client.KindOf(err), client.KindSettings)
	err = a.Set("ftp://x", route.Network{Seconds: 20})
	check.Equal(t, "kind", client.KindOf(err), client.KindAddress)
	check.Equal(t, "servers", len(a.settings.Get().Servers), 0)
}

func TestPathsAreKeptWhole(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	here, err := os.Getwd()
	check.Must(t, err)
	for typed, want := range map[string]string{
		"~/ca.pem":    filepath.Join(home, "ca.pem"),
		" ~ ":         home,
		"ca.pem":      filepath.Join(here, "ca.pem"),
		"~me/ca.pem":  filepath.Join(here, "~me", "ca.pem"),
		"":            "",
		home + "/x\n": filepath.Join(home, "x"),
	} {
		n, err := cleaned(route.Network{CAFile: typed})
		check.Must(t, err)
		check.Equal(t, typed, n.CAFile, want)
	}
}

func TestTwoProcessesSetDifferentServers(t *testing.T) {
	dir := t.TempDir()
	first, second := networksIn(dir), networksIn(dir)
	check.Must(t, first.Set("a.test", route.Network{Seconds: 20}))
	check.Must(t, first.settings.Save())
	check.Must(t, second.Set("b.test", route.Network{Seconds: 30}))
	check.Must(t, second.settings.Save())
	check.Must(t, first.Set("a.test", route.Network{}))
	check.Must(t, first.settings.Save())
	check.Must(t, second.settings.Save())
	for _, a := range []*Networks{first, second, networksIn(dir)} {
		check.Equal(t, "a", a.Of("a.test").Seconds, 0)
		check.Equal(t, "b", a.Of("b.test").Seconds, 30)
	}
}

func TestServersAreHandedOutAsCopies(t *testing.T) {
	a := networksIn(t.TempDir())
	check.Must(t, a.Set("a.test", route.Network{Seconds: 20}))
	clear(a.settings.Get().Servers)
	check.Equal(t, "a", a.Of("a.test").Seconds, 20)
}

func TestLimitFromElsewhereIsTheDefault(t *testing.T) {
	dir := t.TempDir()
	check.Must(t, os.WriteFile(filepath.Join(dir, "settings.json"),
		[]byte(`{"servers":{"https://a.test:443":{"limitSeconds":100000,"pin":"ab"}}}`), 0o600))
	n := networksIn(dir).Of("a.test")
	check.Equal(t, "limit", settings.LimitOf(n), 10)
	check.Equal(t, "pin", n.Pin, "ab")
}

func TestNoSecretIsInTheSettings(t *testing.T) {
	dir := t.TempDir()
	a := networksIn(dir)
	err := a.Set("a.test", route.Network{Proxy: "http://me:hunter2@proxy.test"})
	var n *route.NetworkError
	check.Equal(t, "refused", errors.As(err, &n) && n.Problem == route.ProblemPassword, true)
	check.Update(t, a.settings, func(s *settings.Settings) { s.Server = "x" })
	content, err := os.ReadFile(filepath.Join(dir, "settings.json"))
	check.Must(t, err)
	check.Equal(t, "password", strings.Contains(string(content), "hunter2"), false)
}

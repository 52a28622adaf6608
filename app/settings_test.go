package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSettingsOutliveTheProcess(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "access-keys")
	first := New(Config{Dir: dir})
	must(t, first.UpdateSettings(func(s *Settings) {
		s.Server = "localhost:8000"
		s.Window = &WindowSize{Width: 1221, Height: 700}
	}))
	assertPrivate(t, dir, "settings.json")
	then := New(Config{Dir: dir}).Settings()
	equal(t, "server", then.Server, "localhost:8000")
	equal(t, "window", *then.Window, WindowSize{Width: 1221, Height: 700})
}

func TestSettingsHandsOutCopies(t *testing.T) {
	a := New(Config{Dir: t.TempDir()})
	mine := &WindowSize{Width: 1}
	must(t, a.UpdateSettings(func(s *Settings) { s.Window = mine }))
	mine.Width = 2
	a.Settings().Window.Width = 3
	equal(t, "width", a.Settings().Window.Width, 1)
}

func TestSettingsOfALaterVersionAreRead(t *testing.T) {
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "settings.json"),
		[]byte(`{"version":2,"server":"a","colour":"blue"}`), 0o600))
	equal(t, "server", New(Config{Dir: dir}).Settings().Server, "a")
}

func TestCorruptSettingsAreSetAside(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "settings.json")
	must(t, os.WriteFile(path, []byte(`{"server":"a"`), 0o600))
	a := New(Config{Dir: dir})
	equal(t, "server", a.Settings().Server, "")
	assertSetAside(t, path, `{"server":"a"`)
	must(t, a.UpdateSettings(func(s *Settings) { s.Server = "b" }))
	equal(t, "server", New(Config{Dir: dir}).Settings().Server, "b")
}

func TestSettingsThatCannotBeWritten(t *testing.T) {
	blocker := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(blocker, nil, 0o600))
	a := New(Config{Dir: blocker})
	for range 2 { // a second time, though nothing changes then
		if err := a.UpdateSettings(func(s *Settings) { s.Server = "a" }); err == nil {
			t.Error("no error")
		}
	}
	equal(t, "server", a.Settings().Server, "a")
	must(t, os.Remove(blocker))
	must(t, a.UpdateSettings(func(*Settings) {}))
	content, err := os.ReadFile(filepath.Join(blocker, "settings.json"))
	must(t, err)
	equal(t, "written", strings.Contains(string(content), `"server": "a"`), true)
}

package app

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/secrets"
	"accesskeys/app/session"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestDefaultDir(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the variables are those of Linux")
	}
	home := t.TempDir()
	file := filepath.Join(home, "file")
	check.Must(t, os.WriteFile(file, nil, 0o600))
	for _, c := range []struct {
		name, home, config string
		want               string
	}{
		{"a home", home, "", filepath.Join(home, ".config", "access-keys")},
		{"a directory that is not there yet", home, filepath.Join(home, "a", "b"), filepath.Join(home, "a", "b", "access-keys")},
		{"no home but a directory", "", filepath.Join(home, "a"), filepath.Join(home, "a", "access-keys")},
		{"no home", "", "", ""},
		{"a home that is not there", filepath.Join(home, "gone"), "", ""},
		{"a file for a home", file, "", ""},
		{"a file for a directory", home, file, ""},
		{"a home where nothing can be written", "/proc", "", ""},
		{"a directory where nothing can be written", home, "/proc/self", ""},
	} {
		t.Setenv("HOME", c.home)
		t.Setenv("XDG_CONFIG_HOME", c.config)
		dir, err := DefaultDir()
		if dir != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%s: %q, %v", c.name, dir, err)
		}
	}
	found, err := os.ReadDir(home)
	check.Must(t, err)
	if len(found) != 1 {
		t.Errorf("it left %v", found)
	}
}

func TestDefaultDirKeepsSettingsThatAreThere(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the variables are those of Linux")
	}
	config := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", config)
	want := filepath.Join(config, "access-keys")
	check.Must(t, os.Mkdir(want, 0o700))
	check.Must(t, os.WriteFile(filepath.Join(want, "settings.json"), []byte("{}"), 0o400))
	check.Must(t, os.Chmod(want, 0o500))
	if dir, err := DefaultDir(); dir != want || err != nil {
		t.Errorf("%q, %v", dir, err)
	}
}

func TestWithoutADirectoryEverythingIsInMemory(t *testing.T) {
	here := t.TempDir()
	t.Chdir(here)
	server, err := demo.Start("", demo.Options{})
	check.Must(t, err)
	t.Cleanup(func() { _ = server.Close() })
	store := apptest.NewStore()
	a := New(Config{Store: store, Connector: session.NewConnector(client.Options{})})
	check.Equal(t, "forgetful", a.Forgetful(), true)
	a.Settings.SetTheme(settings.ThemeDark)
	check.Must(t, a.Settings.Save())
	s, err := a.Sessions.SignIn(t.Context(), server.URL(), server.Credentials())
	check.Must(t, err)
	check.Must(t, a.Sessions.Remember(t.Context(), s))
	check.Equal(t, "remembered", s.Remembered(), false)
	v := a.Sessions.NewVault("https://host")
	check.Must(t, v.Put(t.Context(), "AK1", client.NewSecret("a secret"), secrets.Entry{}, func() bool { return true }))
	secret, err := v.Get(t.Context(), "AK1", func(secrets.Stamp) bool { return true }, true)
	check.Must(t, err)
	check.Equal(t, "secret", secret.Reveal(), "a secret")
	check.Must(t, a.Close(t.Context()))
	check.Equal(t, "theme", a.Settings.Get().Theme, settings.ThemeDark)
	check.EqualSlices(t, "keyring", store.Names())
	listed, err := v.Listed()
	check.Must(t, err)
	check.Equal(t, "listed", len(listed), 0)
	if found, err := os.ReadDir(here); err != nil || len(found) != 0 {
		t.Errorf("it wrote %v, %v", found, err)
	}
}

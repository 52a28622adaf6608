//go:build linux || darwin

package app

import (
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/app/listcache"
	"accesskeys/app/secrets"
	"accesskeys/app/settings"
	"accesskeys/app/store"
)

// written makes an application write both of its files into dir.
func written(t *testing.T, dir string) {
	t.Helper()
	a := New(Config{Dir: dir, Store: apptest.NewStore()})
	check.Must(t, check.Second(a.Settings.Update(func(s *settings.Settings) { s.Server = "a" })))
	check.Must(t, a.Sessions.NewVault("http://server/v1").Put(t.Context(), "AK1", apptest.SecretOf("AK1"), secrets.Entry{}, apptest.Always))
}

// assertModes fails unless dir holds these files and no more but locks, and nobody else can look at any of it.
func assertModes(t *testing.T, dir string, files ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	check.Must(t, err)
	var names []string
	for _, e := range entries {
		if filepath.Ext(e.Name()) != ".lock" {
			names = append(names, e.Name())
		}
		info, err := e.Info()
		check.Must(t, err)
		check.Equal(t, e.Name(), info.Mode().Perm(), 0o600)
	}
	check.EqualSlices(t, "files", names, files...)
	info, err := os.Stat(dir)
	check.Must(t, err)
	check.Equal(t, "directory", info.Mode().Perm(), 0o700)
}

func TestFilesArePrivateUnderAnyUmask(t *testing.T) {
	for _, mask := range []int{0, 0o022, 0o077} {
		before := syscall.Umask(mask)
		dir := filepath.Join(t.TempDir(), "access-keys")
		written(t, dir)
		syscall.Umask(before)
		assertModes(t, dir, "settings.json", "vault.json")
	}
}

// Such as one that was unpacked from a backup.
func TestOpenDirectoryIsClosed(t *testing.T) {
	dir := t.TempDir()
	check.Must(t, os.Chmod(dir, 0o755))
	for _, name := range []string{"settings.json", "vault.json"} {
		check.Must(t, os.WriteFile(filepath.Join(dir, name), []byte("{}"), 0o644))
		check.Must(t, os.Chmod(filepath.Join(dir, name), 0o644))
	}
	written(t, dir)
	assertModes(t, dir, "settings.json", "vault.json")
}

// What is no file is not waited for, and makes room for one.
func TestWhatIsNoFileIsSetAside(t *testing.T) {
	for name, put := range map[string]func(path string) error{
		"pipe":      func(path string) error { return syscall.Mkfifo(path, 0o600) },
		"endless":   func(path string) error { return os.Symlink("/dev/zero", path) },
		"directory": func(path string) error { return os.MkdirAll(filepath.Join(path, "x"), 0o700) },
		"huge": func(path string) error {
			if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
				return err
			}
			return os.Truncate(path, store.MaxSize+1)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for _, file := range []string{"settings.json", "vault.json", "list.json"} {
				check.Must(t, put(filepath.Join(dir, file)))
			}
			written(t, dir)
			content, err := os.ReadFile(filepath.Join(dir, "settings.json"))
			check.Must(t, err)
			check.Must(t, json.Unmarshal(content, &settings.Settings{}))
			_, _, ok := listcache.OpenCache(filepath.Join(dir, "list.json"), time.Now, slog.New(slog.DiscardHandler)).Read(settings.SavedSession{})
			check.Equal(t, "list", ok, false)
		})
	}
}

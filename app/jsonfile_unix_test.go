//go:build linux || darwin

package app

import (
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// written makes an application write both of its files into dir.
func written(t *testing.T, dir string) {
	t.Helper()
	a := New(Config{Dir: dir, Store: newFakeStore()})
	must(t, a.settings.update(func(s *Settings) { s.Server = "a" }))
	must(t, a.newVault("http://server/v1").put(t.Context(), "AK1", secretOf("AK1"), entry{}, always))
}

// assertModes fails unless dir holds these files and no more, and nobody else can look at any of it.
func assertModes(t *testing.T, dir string, files ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
		info, err := e.Info()
		must(t, err)
		equal(t, e.Name(), info.Mode().Perm(), 0o600)
	}
	equalSlices(t, "files", names, files...)
	info, err := os.Stat(dir)
	must(t, err)
	equal(t, "directory", info.Mode().Perm(), 0o700)
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
	must(t, os.Chmod(dir, 0o755))
	for _, name := range []string{"settings.json", "vault.json"} {
		must(t, os.WriteFile(filepath.Join(dir, name), []byte("{}"), 0o644))
		must(t, os.Chmod(filepath.Join(dir, name), 0o644))
	}
	written(t, dir)
	assertModes(t, dir, "settings.json", "vault.json")
}

func TestCorruptFileIsSetAsideInPrivate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.json")
	must(t, os.WriteFile(path, []byte("{"), 0o600))
	must(t, os.Chmod(path, 0o644))
	file := jsonFile{path: path, log: slog.New(slog.DiscardHandler)}
	var v Settings
	found, err := file.read(&v)
	must(t, err)
	equal(t, "found", found, false)
	assertSetAside(t, path, "{")
	aside, err := filepath.Glob(path + ".corrupt-*")
	must(t, err)
	info, err := os.Stat(aside[0])
	must(t, err)
	equal(t, "mode", info.Mode().Perm(), 0o600)
}

func TestFailedWriteLeavesWhatWasThere(t *testing.T) {
	for name, test := range map[string]struct {
		value any
		block func(path string) error // has writing fail
	}{
		"not JSON":           {func() {}, func(string) error { return nil }},
		"something in place": {Settings{}, func(path string) error { return os.MkdirAll(filepath.Join(path, "full"), 0o700) }},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "settings.json")
			must(t, test.block(path))
			file := jsonFile{path: path, log: slog.New(slog.DiscardHandler)}
			if err := file.write(test.value); err == nil {
				t.Error("no error")
			}
			left, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*.tmp"))
			must(t, err)
			equalSlices(t, "temporary files", left)
		})
	}
}

// A disk that is full at the last moment.
func TestWriteThatBreaksOffLeavesWhatWasThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.json")
	file := jsonFile{path: path, log: slog.New(slog.DiscardHandler)}
	must(t, file.write(Settings{Server: "before"}))
	limitFileSize(t, 16, func() {
		if err := file.write(Settings{Server: "after, and too long for the disk"}); err == nil {
			t.Error("no error")
		}
	})
	var v Settings
	_, err := file.read(&v)
	must(t, err)
	equal(t, "server", v.Server, "before")
	assertModes(t, filepath.Dir(path), "settings.json")
}

// limitFileSize has this process write no larger files during call.
func limitFileSize(t *testing.T, bytes uint64, call func()) {
	t.Helper()
	var before syscall.Rlimit
	must(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before))
	limit := before
	limit.Cur = bytes
	must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit))
	defer func() { must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before)) }()
	call()
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
			return os.Truncate(path, maxFile+1)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for _, file := range []string{"settings.json", "vault.json", "list.json"} {
				must(t, put(filepath.Join(dir, file)))
			}
			written(t, dir)
			settings, err := os.ReadFile(filepath.Join(dir, "settings.json"))
			must(t, err)
			must(t, json.Unmarshal(settings, &Settings{}))
			_, _, ok := newListCache(filepath.Join(dir, "list.json"), Config{Logger: slog.New(slog.DiscardHandler)}).read(SavedSession{})
			equal(t, "list", ok, false)
		})
	}
}

// Package check has the assertions that the tests of the application share. It uses no other package of the program, so
// that the tests of every package can.
package check

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"testing/synctest"
)

// Must ends the test if there is an error.
func Must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Equal fails the test unless got is want.
func Equal[T comparable](t testing.TB, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// EqualSlices fails the test unless got has the elements of want in their order.
func EqualSlices[T comparable](t testing.TB, what string, got []T, want ...T) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// Background runs a call in the background until it waits, and returns what waits for its error.
func Background(call func() error) (wait func() error) {
	done := make(chan error, 1)
	go func() { done <- call() }()
	synctest.Wait()
	return func() error { return <-done }
}

// Update changes what is kept in a file, such as settings.
func Update[T any](t testing.TB, file interface {
	Update(apply func(*T)) (before T, err error)
}, apply func(*T)) {
	t.Helper()
	_, err := file.Update(apply)
	Must(t, err)
}

// Second is the error of a call that returns a value too.
func Second[T any](_ T, err error) error { return err }

// Private fails unless file is in dir, alone but for locks, and nobody else can read either.
func Private(t *testing.T, dir, file string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	Must(t, err)
	entries = slices.DeleteFunc(entries, func(e os.DirEntry) bool { return filepath.Ext(e.Name()) == ".lock" })
	if len(entries) != 1 || entries[0].Name() != file {
		t.Errorf("in the directory: %v, want %s alone", entries, file)
	}
	if runtime.GOOS == "windows" {
		return // which has no modes: the user's own folder is theirs alone
	}
	for path, want := range map[string]os.FileMode{dir: 0o700, filepath.Join(dir, file): 0o600} {
		info, err := os.Stat(path)
		Must(t, err)
		Equal(t, path, info.Mode().Perm(), want)
	}
}

// SetAside fails unless content was kept beside path.
func SetAside(t *testing.T, path, content string) {
	t.Helper()
	aside, err := filepath.Glob(path + ".corrupt-*")
	Must(t, err)
	if len(aside) != 1 {
		t.Fatalf("set aside: %v, want one", aside)
	}
	kept, err := os.ReadFile(aside[0])
	Must(t, err)
	Equal(t, "kept", string(kept), content)
}

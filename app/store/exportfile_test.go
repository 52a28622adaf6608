package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"accesskeys/app/apptest/check"
)

func TestAnExportIsWholeAndPrivate(t *testing.T) {
	dir := t.TempDir()
	check.Must(t, os.Chmod(dir, 0o755))
	path := filepath.Join(dir, "keys.csv")
	check.Must(t, Export(path, []byte("one"), false))
	err := Export(path, []byte("two"), false)
	assertKind(t, err, KindOccupied)
	if !errors.Is(err, fs.ErrExist) {
		t.Errorf("%v is not that it exists", err)
	}
	assertText(t, path, "one")
	check.Must(t, Export(path, []byte("two"), true))
	assertText(t, path, "two")
	assertNoTemporary(t, dir)
	if runtime.GOOS == "windows" {
		return
	}
	for of, mode := range map[string]fs.FileMode{path: 0o600, dir: 0o755} {
		if info, err := os.Stat(of); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s has the mode %v, want %v (%v)", of, info.Mode(), mode, err)
		}
	}
}

func TestAnExportThatFailsLeavesWhatWasThere(t *testing.T) {
	dir := t.TempDir()
	check.Must(t, os.Mkdir(filepath.Join(dir, "folder"), 0o700))
	for _, replaceOld := range []bool{false, true} {
		assertKind(t, Export(filepath.Join(dir, "folder"), nil, replaceOld), KindOccupied)
		assertKind(t, Export(filepath.Join(dir, "gone", "keys.csv"), nil, replaceOld), KindMissing)
	}
	assertNoTemporary(t, dir)
}

func assertText(t *testing.T, path, want string) {
	t.Helper()
	got, err := os.ReadFile(path)
	check.Must(t, err)
	if string(got) != want {
		t.Errorf("%s holds %q, want %q", path, got, want)
	}
}

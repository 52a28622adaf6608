package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/app/store"
)

func TestAFolderIsListed(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	for _, dir := range []string{"certs", ".hidden"} {
		check.Must(t, os.Mkdir(filepath.Join(home, dir), 0o700))
	}
	for _, file := range []string{"b.pem", "A.pem", ".c.pem", "certs/me.key"} {
		check.Must(t, os.WriteFile(filepath.Join(home, file), nil, 0o600))
	}
	for path, want := range map[string]string{
		"": home, "~": home, "~/b.pem": home, "certs": home, filepath.Join(home, "gone", "x"): home,
		"~/certs": filepath.Join(home, "certs"), "~/certs/me.key": filepath.Join(home, "certs"),
		filepath.Join(home, "certs", "not-yet.pem"): filepath.Join(home, "certs"),
	} {
		folder, err := store.ListFolder(path)
		check.Must(t, err)
		check.Equal(t, path, folder.Path, want)
	}
	folder, err := store.ListFolder("")
	check.Must(t, err)
	check.EqualSlices(t, "entries", folder.Entries,
		store.FolderEntry{Name: "certs", Folder: true}, store.FolderEntry{Name: ".hidden", Folder: true},
		store.FolderEntry{Name: "A.pem"}, store.FolderEntry{Name: "b.pem"}, store.FolderEntry{Name: ".c.pem"})
}

// The entries that are cut are those that come last.
func TestAFullFolderListsWhatComesFirst(t *testing.T) {
	dir := t.TempDir()
	check.Must(t, os.WriteFile(filepath.Join(dir, "a.pem"), nil, 0o600))
	for i := range 5000 {
		check.Must(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf(".%04d", i)), nil, 0o600))
	}
	check.Must(t, os.Mkdir(filepath.Join(dir, "z"), 0o700))
	folder, err := store.ListFolder(dir)
	check.Must(t, err)
	check.Equal(t, "entries", len(folder.Entries), 5000)
	check.EqualSlices(t, "the first", folder.Entries[:2],
		store.FolderEntry{Name: "z", Folder: true}, store.FolderEntry{Name: "a.pem"})
}

package store

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Folder is a folder in which a file can be chosen.
type Folder struct {
	Path    string
	Entries []FolderEntry
}

// FolderEntry is a file or a folder.
type FolderEntry struct {
	Name   string
	Folder bool
}

// mostEntries is how many entries are listed: nobody looks through more.
const mostEntries = 5000

// ListFolder lists the folder that path is, or that it is in. Where there is none, as with an empty path, it lists the
// user's home. Folders come first; what is hidden comes last. With an error it returns the path that it could not read.
func ListFolder(path string) (Folder, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		home = string(filepath.Separator)
	}
	if rest, ok := strings.CutPrefix(path, "~"); ok {
		path = home + rest
	}
	for _, folder := range []string{path, filepath.Dir(path), home} {
		if at, err := os.Stat(folder); err == nil && at.IsDir() && filepath.IsAbs(folder) {
			return list(folder)
		}
	}
	return list(home)
}

func list(folder string) (Folder, error) {
	out := Folder{Path: filepath.Clean(folder)}
	found, err := os.ReadDir(folder)
	if err != nil {
		return out, err
	}
	// What a link leads to is asked for only for what is listed.
	byName(found, os.DirEntry.Name, os.DirEntry.IsDir)
	for _, f := range found[:min(len(found), mostEntries)] {
		at, err := os.Stat(filepath.Join(folder, f.Name())) // through links
		if err == nil && (at.IsDir() || at.Mode().IsRegular()) {
			out.Entries = append(out.Entries, FolderEntry{f.Name(), at.IsDir()})
		}
	}
	byName(out.Entries, func(e FolderEntry) string { return e.Name }, func(e FolderEntry) bool { return e.Folder })
	return out, nil
}

// byName sorts entries: folders first, what is hidden last.
func byName[E any](entries []E, name func(E) string, folder func(E) bool) {
	slices.SortStableFunc(entries, func(a, b E) int {
		return cmp.Or(cmp.Compare(rank(name(a), folder(a)), rank(name(b), folder(b))),
			cmp.Compare(strings.ToLower(name(a)), strings.ToLower(name(b))))
	})
}

func rank(name string, folder bool) int {
	place := 0
	if strings.HasPrefix(name, ".") {
		place += 2
	}
	if !folder {
		place++
	}
	return place
}

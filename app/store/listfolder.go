package store

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Folder is the content of a folder, for choosing a file.
type Folder struct {
	Path    string
	Entries []FolderEntry
}

// FolderEntry is a file or a folder.
type FolderEntry struct {
	Name   string
	Folder bool
}

// Hidden reports whether an entry is hidden by its name.
func (e FolderEntry) Hidden() bool { return strings.HasPrefix(e.Name, ".") }

// mostEntries is the most entries that are listed.
const mostEntries = 5000

// ListFolder lists the folder at path, or the folder that contains path. If there is neither, for example because path is
// empty, it lists the user's home. Folders come before files, and of each the hidden ones come last. If ListFolder
// returns an error, the Folder has the path that could not be read.
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
	// Sort before the entries are cut, so that links are followed only for entries that are listed.
	sortByName(found, os.DirEntry.Name, os.DirEntry.IsDir)
	for _, f := range found[:min(len(found), mostEntries)] {
		at, err := os.Stat(filepath.Join(folder, f.Name())) // follows links
		if err == nil && (at.IsDir() || at.Mode().IsRegular()) {
			out.Entries = append(out.Entries, FolderEntry{f.Name(), at.IsDir()})
		}
	}
	sortByName(out.Entries, func(e FolderEntry) string { return e.Name }, func(e FolderEntry) bool { return e.Folder })
	return out, nil
}

// sortByName sorts entries by name: folders, hidden folders, files, hidden files.
func sortByName[E any](entries []E, name func(E) string, folder func(E) bool) {
	slices.SortStableFunc(entries, func(a, b E) int {
		return cmp.Or(cmp.Compare(rank(name(a), folder(a)), rank(name(b), folder(b))),
			cmp.Compare(strings.ToLower(name(a)), strings.ToLower(name(b))))
	})
}

func rank(name string, folder bool) int {
	rank := 0
	if !folder {
		rank += 2
	}
	if (FolderEntry{Name: name}).Hidden() {
		rank++
	}
	return rank
}

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
	home, _ := InHome("~")
	path, _ = InHome(path)
	for _, folder := range []string{path, filepath.Dir(path), home} {
		if at, err := os.Stat(folder); err == nil && at.IsDir() && filepath.IsAbs(folder) {
			return list(folder)
		}
	}
	return list(home)
}

// ResolveTyped returns the path that a user typed while looking at a folder. A "~" stands for the user's home. asFolder reports
// whether the path is that of a folder: one that exists, or any that ends in a separator.
func ResolveTyped(folder, typed string) (path string, asFolder bool) {
	path, _ = InHome(typed)
	if !filepath.IsAbs(path) {
		path = filepath.Join(folder, path)
	}
	at, err := os.Stat(path)
	return path, err == nil && at.IsDir() || typed != "" && os.IsPathSeparator(typed[len(typed)-1])
}

// InHome returns a path with the user's home in place of a "~" at its start. If the home is not known, it returns an error, and
// the root stands for the home.
func InHome(path string) (string, error) {
	rest, ok := strings.CutPrefix(path, "~")
	if !ok || rest != "" && !os.IsPathSeparator(rest[0]) {
		return path, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		home = string(filepath.Separator)
	}
	return home + rest, err
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

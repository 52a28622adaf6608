package forget

import (
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"

	"accesskeys/app/listcache"
	"accesskeys/app/store"
)

// files removes the program's files.
type files struct {
	dir string
	log *slog.Logger

	removed  []string
	occupied string
	errs     []error
}

func (f *files) failed(err error) {
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		f.errs = append(f.errs, err)
	}
}

// removeOwn removes the files of the directory that the program writes, the settings last. Where one is a symbolic
// link, what it leads to goes too.
func (f *files) removeOwn() {
	for _, name := range f.kept() {
		path := filepath.Join(f.dir, name)
		if _, err := os.Lstat(path); err != nil {
			f.failed(err)
			continue
		}
		if err := (store.File{Path: path, Log: f.log}).Remove(); err != nil {
			f.failed(err)
			continue
		}
		f.removeFile(path)
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			f.removed = append(f.removed, path)
		}
	}
	found, err := os.ReadDir(f.dir)
	f.failed(err)
	for _, file := range found {
		if isOwn(file.Name()) {
			f.removeFile(filepath.Join(f.dir, file.Name()))
		}
	}
}

// kept are the files that may be there, by name.
func (f *files) kept() []string {
	names := []string{store.HistoryFile}
	found, _ := os.ReadDir(f.dir) // which is told of below
	for _, file := range found {
		if listcache.IsList(file.Name()) || store.IsPendingFile(file.Name()) {
			names = append(names, file.Name())
		}
	}
	return append(names, store.NotesFile, store.RotationsFile, store.VaultFile, store.AccountsFile, store.SettingsFile)
}

// isOwn reports whether the program writes files of a name beside those that it keeps.
func isOwn(name string) bool {
	return slices.ContainsFunc([]string{"*.json.corrupt-*", store.TemporaryFiles, "*.json.lock", "*.jsonl.lock", store.KeyringLockFile}, func(pattern string) bool {
		matches, _ := filepath.Match(pattern, name) // fails for a wrong pattern only
		return matches
	})
}

// removeFile removes a file or a symbolic link. What else there is was not written by the program.
func (f *files) removeFile(path string) {
	info, err := os.Lstat(path)
	if err == nil && (info.Mode().IsRegular() || info.Mode().Type() == fs.ModeSymlink) {
		f.failed(os.Remove(path))
	}
}

// removeDir removes the directory, unless there are other files in it.
func (f *files) removeDir() {
	left, err := os.ReadDir(f.dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err == nil && len(left) > 0:
		if len(f.errs) == 0 {
			f.occupied = f.dir
		}
	default:
		f.failed(os.Remove(f.dir))
		if len(f.errs) == 0 && len(f.removed) > 0 {
			f.removed = []string{f.dir}
		}
	}
}

// removeTree removes a directory with all that is in it, and the one above if that leaves it empty.
func (f *files) removeTree(dir string) {
	if _, err := os.Lstat(dir); err != nil || slices.Contains(f.removed, dir) {
		f.failed(err)
		return
	}
	if err := os.RemoveAll(dir); err != nil {
		f.failed(err)
		return
	}
	f.removed = append(f.removed, dir)
	_ = os.Remove(filepath.Dir(dir))
}

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

// files removes the program's files and collects what it removed and which errors occurred.
type files struct {
	dir string
	log *slog.Logger

	removed  []string
	occupied string
	errs     []error
}

// addError adds an error. It ignores nil and the error that a file does not exist.
func (f *files) addError(err error) {
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		f.errs = append(f.errs, err)
	}
}

// removeOwn removes the files in f.dir that the program writes, the settings last. If a file is a symbolic link, it
// removes both the link and its target.
func (f *files) removeOwn() {
	for _, name := range f.dataFiles() {
		path := filepath.Join(f.dir, name)
		if _, err := os.Lstat(path); err != nil {
			f.addError(err)
			continue
		}
		if err := (store.File{Path: path, Log: f.log}).Remove(); err != nil {
			f.addError(err)
			continue
		}
		f.removeFile(path)
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			f.removed = append(f.removed, path)
		}
	}
	found, err := os.ReadDir(f.dir)
	f.addError(err)
	for _, file := range found {
		if isAuxiliary(file.Name()) {
			f.removeFile(filepath.Join(f.dir, file.Name()))
		}
	}
}

// dataFiles returns the names of the data files that may be in f.dir.
func (f *files) dataFiles() []string {
	names := []string{store.HistoryFile}
	found, _ := os.ReadDir(f.dir) // removeOwn reports this error
	for _, file := range found {
		if listcache.IsList(file.Name()) || store.IsPendingFile(file.Name()) {
			names = append(names, file.Name())
		}
	}
	return append(names, store.NotesFile, store.RotationsFile, store.VaultFile, store.AccountsFile, store.SettingsFile)
}

// isAuxiliary reports whether name is that of a file that the program writes besides its data files, such as a lock.
func isAuxiliary(name string) bool {
	return slices.ContainsFunc([]string{"*.json.corrupt-*", store.TemporaryFiles, "*.json.lock", "*.jsonl.lock", store.KeyringLockFile}, func(pattern string) bool {
		matches, _ := filepath.Match(pattern, name) // fails only for an invalid pattern
		return matches
	})
}

// removeFile removes a regular file or a symbolic link. Anything else was not written by the program.
func (f *files) removeFile(path string) {
	info, err := os.Lstat(path)
	if err == nil && (info.Mode().IsRegular() || info.Mode().Type() == fs.ModeSymlink) {
		f.addError(os.Remove(path))
	}
}

// removeDir removes f.dir, unless there are other files in it.
func (f *files) removeDir() {
	left, err := os.ReadDir(f.dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err == nil && len(left) > 0:
		if len(f.errs) == 0 {
			f.occupied = f.dir
		}
	default:
		f.addError(os.Remove(f.dir))
		if len(f.errs) == 0 && len(f.removed) > 0 {
			f.removed = []string{f.dir}
		}
	}
}

// removeTree removes a directory with its content, and its parent directory if that is empty then.
func (f *files) removeTree(dir string) {
	if _, err := os.Lstat(dir); err != nil || slices.Contains(f.removed, dir) {
		f.addError(err)
		return
	}
	if err := os.RemoveAll(dir); err != nil {
		f.addError(err)
		return
	}
	f.removed = append(f.removed, dir)
	_ = os.Remove(filepath.Dir(dir))
}

package store

import (
	"errors"
	"io/fs"
	"os"
)

// Export writes a file that only the user can read at a path that the user chose. The file is always complete. If there
// is a file at the path already, Export replaces it if replaceOld is set, and returns an error that wraps fs.ErrExist
// otherwise. If the path is a symbolic link, Export replaces the link's target. Unlike File, Export does not change the
// permissions of the directory.
func Export(path string, content []byte, replaceOld bool) error {
	target, err := target(path)
	if err != nil {
		return failed(path, err)
	}
	reserved := false
	if !replaceOld {
		f, err := os.OpenFile(target, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err != nil {
			return failed(path, err)
		}
		_ = f.Close()
		reserved = true
	}
	info, err := os.Lstat(target)
	if err == nil && !info.Mode().IsRegular() {
		return failed(path, errNotRegular)
	}
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		err = replace(target, content, true)
	}
	if err != nil && reserved {
		_ = os.Remove(target)
	}
	return failed(path, err)
}

package store

import (
	"errors"
	"io/fs"
	"os"
)

// Export writes a file where the user has chosen, for this user alone. It is always whole. A file that is there is
// replaced, or with replace unset left alone: then the error is fs.ErrExist. A symbolic link stays, and what it leads to
// is replaced. Unlike File, it leaves the directory as it is.
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

package store

import (
	"errors"
	"os"
	"time"
)

// setAside renames a file that cannot be decoded, so that its content is not lost. If a symbolic link leads to something
// that is not a regular file, it renames the link instead, because its target may belong to another program.
func (f File) setAside(why error) error {
	if f.Corrupt != nil {
		f.Corrupt()
	}
	path := f.Path
	if !errors.Is(why, errNotRegular) {
		var err error
		if path, err = target(f.Path); err != nil {
			return failed(f.Path, err)
		}
	}
	aside := path + ".corrupt-" + time.Now().UTC().Format("20060102T150405.000Z")
	f.Log.Warn("file is corrupt; starting with an empty one", "file", f.Path, "kept as", aside, "error", why)
	if err := os.Rename(path, aside); err != nil {
		return failed(path, err)
	}
	if errors.Is(why, errNotRegular) {
		return nil
	}
	if err := os.Chmod(aside, 0o600); err != nil { // like the files that this package writes
		f.Log.Warn("file may be readable by others", "file", aside, "error", err)
	}
	return nil
}

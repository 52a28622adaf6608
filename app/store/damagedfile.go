package store

import (
	"errors"
	"os"
	"time"
)

// setAside renames a file that cannot be read, so that its content is not lost. What is no regular file may belong
// to somebody else where a link leads to it: then the link is renamed.
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
	if err := os.Chmod(aside, 0o600); err != nil { // as it would be, had it been written here
		f.Log.Warn("file may be readable by others", "file", aside, "error", err)
	}
	return nil
}

package store

import (
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// TemporaryFiles matches the names of the files that become others once they are whole. They are short, because a file's
// own name may be as long as a name can be.
const TemporaryFiles = ".access-keys-*.tmp"

// staleAge is the age from which on no process still writes a temporary file.
const staleAge = 24 * time.Hour

// RemoveStale deletes the temporary files in dir that a process left behind when it was killed.
func RemoveStale(dir string) {
	names, _ := fs.Glob(os.DirFS(dir), TemporaryFiles)
	for _, name := range names {
		path := filepath.Join(dir, name)
		if info, err := os.Lstat(path); err == nil && time.Since(info.ModTime()) > staleAge {
			_ = os.Remove(path)
		}
	}
}

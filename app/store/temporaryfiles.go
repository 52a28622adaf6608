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

// staleAge is how old a temporary file is that no process writes any more.
const staleAge = 24 * time.Hour

// removeStale deletes the temporary files that a process left when it was killed.
func removeStale(dir string) {
	names, _ := fs.Glob(os.DirFS(dir), TemporaryFiles)
	for _, name := range names {
		path := filepath.Join(dir, name)
		if info, err := os.Lstat(path); err == nil && time.Since(info.ModTime()) > staleAge {
			_ = os.Remove(path)
		}
	}
}

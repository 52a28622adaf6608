package store

import (
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// TemporaryFiles is the pattern of the names of temporary files, which are renamed when they are complete. The names are
// short and do not contain the final name, which may be as long as the file system allows.
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

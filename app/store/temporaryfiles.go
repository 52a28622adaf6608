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

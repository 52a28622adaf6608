package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// maxLinks is how many symbolic links are followed, one after another: as many as Linux does.
const maxLinks = 40

var (
	errNotRegular = errors.New("it is no regular file, or one that is too large")
	errNull       = errors.New("it holds null")
)

// target returns the path that the symbolic links at path lead to in the end, whether or not there is anything. It
// returns errNotRegular for links that lead in a circle.
func target(path string) (string, error) {
	for range maxLinks {
		info, err := os.Lstat(path)
		if errors.Is(err, fs.ErrNotExist) {
			return path, nil
		}
		if err != nil {
			return "", err
		}
		if info.Mode().Type() != fs.ModeSymlink {
			return path, nil
		}
		next, err := os.Readlink(path)
		if err != nil {
			return "", err
		}
		if !filepath.IsAbs(next) {
			// The directory may be a link as well, and what follows ".." there is not what Join makes of it.
			dir, err := filepath.EvalSymlinks(filepath.Dir(path))
			if err != nil {
				return "", err
			}
			next = filepath.Join(dir, next)
		}
		path = next
	}
	return "", errNotRegular
}

package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// maxLinks is the most symbolic links that are followed one after another. It is the same as on Linux.
const maxLinks = 40

var (
	errNotRegular = errors.New("it is no regular file, or one that is too large")
	errNull       = errors.New("it holds null")
)

// target follows the symbolic links at path and returns the path at their end, where there may be nothing. It returns
// errNotRegular for links in a circle.
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
			// The directory may be a link too. Join would then resolve ".." wrongly.
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

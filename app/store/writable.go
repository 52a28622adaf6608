package store

import (
	"errors"
	"os"
	"path/filepath"
)

// Writable reports why a directory cannot be written to, or not be made. It makes none.
func Writable(dir string) error {
	for {
		_, err := os.Stat(dir)
		if err == nil {
			break
		}
		parent := filepath.Dir(dir)
		if !errors.Is(err, os.ErrNotExist) || parent == dir {
			return failed(dir, err)
		}
		dir = parent
	}
	trial, err := os.CreateTemp(dir, TemporaryFiles)
	if err != nil {
		return failed(dir, err)
	}
	return failed(dir, errors.Join(trial.Close(), os.Remove(trial.Name())))
}

package store

import (
	"errors"
	"os"
	"path/filepath"
)

// Writable returns an error if the directory dir cannot be written to or, if it does not exist, cannot be created. It
// does not create dir.
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

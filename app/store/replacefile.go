package store

import (
	"errors"
	"os"
	"path/filepath"
)

// replace replaces the file at path by a new one with the given content. If sync is set, it waits until the content is on
// the disk.
func replace(path string, content []byte, sync bool) error {
	temp, err := os.CreateTemp(filepath.Dir(path), TemporaryFiles) // with mode 0600
	if err != nil {
		return err
	}
	_, err = temp.Write(content)
	if err == nil && sync {
		err = temp.Sync()
	}
	err = errors.Join(err, temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		_ = os.Remove(temp.Name())
	}
	return err
}

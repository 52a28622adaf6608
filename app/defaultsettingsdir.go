package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"accesskeys/app/store"
)

var errNoHome = errors.New("the home directory is not a directory")

// DefaultDir returns the directory for Config.Dir: access-keys in the user's configuration directory. It returns an error if
// there is no home directory, or if the directory cannot be written to and has no settings.
func DefaultDir() (string, error) {
	parent, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	if home, err := os.UserHomeDir(); err == nil && within(home, parent) && !isDir(home) {
		return "", fmt.Errorf("%w: %s", errNoHome, home)
	}
	dir := filepath.Join(parent, "access-keys")
	if _, err := os.Stat(filepath.Join(dir, store.SettingsFile)); err == nil {
		return dir, nil // it can be read, at least
	}
	if err := store.Writable(dir); err != nil {
		return "", err
	}
	return dir, nil
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func within(dir, path string) bool {
	relative, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(relative)
}

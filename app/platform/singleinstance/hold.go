package singleinstance

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrOpen means that a window of the program is open, on this display or on another one of the user's.
var ErrOpen = errors.New("a window of the program is open")

// Held keeps windows of a configuration directory from opening: one that is started waits until Discard, for as long
// as it waits for a window that is still opening.
type Held struct {
	instance *Instance // nil where no claim can be made, and windows open without
	dir      string
	served   chan struct{}
}

// Hold claims a configuration directory for a process without a window. It returns ErrOpen where the window is open,
// and takes any window of the user's for it: they share the keyring. A demo's does not count.
func Hold(dir string) (*Held, error) {
	h := &Held{dir: dir, served: make(chan struct{})}
	place, err := instancePlace(dir)
	if err == nil {
		h.instance, err = claim(place)
	}
	switch {
	case errors.Is(err, errClaimed):
		return nil, ErrOpen
	case errors.Is(err, errNoPlace):
		close(h.served)
	case err != nil:
		return nil, fmt.Errorf("claim %s: %w", dir, err)
	default:
		go func() {
			defer close(h.served)
			h.instance.Serve(context.Background(), func(context.Context, string) error { return ErrOpening })
		}()
	}
	if h.otherIsOpen(place + ".lock") {
		h.Release()
		return nil, ErrOpen
	}
	return h, nil
}

// otherIsOpen reports whether another process has a claim.
func (h *Held) otherIsOpen(own string) bool {
	for _, path := range h.files("lock") {
		if path == own {
			continue
		}
		lock, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			continue
		}
		err = lockFile(lock)
		_ = lock.Close()
		if errors.Is(err, errClaimed) {
			return true
		}
	}
	return false
}

// files are those of all claims, by their ending.
func (h *Held) files(ending string) (paths []string) {
	for _, parent := range instanceDirs(h.dir) {
		found, _ := filepath.Glob(filepath.Join(parent, "access-keys-*."+ending))
		paths = append(paths, found...)
	}
	return paths
}

// Release lets windows open again.
func (h *Held) Release() {
	if h.instance != nil {
		h.instance.Release()
	}
	<-h.served
}

// Discard is Release, and removes what claims leave behind, with a directory that there is for nothing else.
func (h *Held) Discard() error {
	// Removed while it is held, no other process takes it for its own. Windows removes no file that is open.
	locks := h.files("lock")
	for _, path := range locks {
		_ = os.Remove(path)
	}
	h.Release()
	var errs []error
	for _, path := range append(locks, h.files("sock")...) {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	for _, parent := range instanceDirs(h.dir) {
		if filepath.Base(parent) == "access-keys" && parent != h.dir {
			_ = os.Remove(parent) // stays where there is something in it
		}
	}
	return errors.Join(errs...)
}

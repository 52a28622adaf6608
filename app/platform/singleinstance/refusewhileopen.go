package singleinstance

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ErrOpen means that a window of the program is open, on this or another display of the user.
var ErrOpen = errors.New("a window of the program is open")

// Held keeps windows of a configuration directory from opening. A process that is started meanwhile waits for Release or
// Discard, at most as long as for a window that is still opening.
type Held struct {
	instance *Instance // nil if claims are impossible, and windows open without one
	mark     *os.File  // nil if there is no directory or it does not support locks
	dir      string
	served   chan struct{}
}

// Hold claims a configuration directory for a process without a window. It returns ErrOpen if a window of the user is
// open, on any display and for any directory, because all of them share the keyring. It ignores the window of a demo.
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
	h.mark, err = openLocked(markPath(dir), false)
	open := errors.Is(err, errClaimed)
	places, err := h.places()
	switch {
	case open || otherIsOpen(places, place):
		h.Release()
		return nil, ErrOpen
	case err != nil:
		h.Release()
		return nil, err
	}
	return h, nil
}

// otherIsOpen reports whether another process has the claim to any of the places except own.
func otherIsOpen(places []string, own string) bool {
	for _, place := range places {
		if place == own {
			continue
		}
		lock, err := os.OpenFile(place+".lock", os.O_RDWR, 0)
		if err != nil {
			continue
		}
		err = lockFile(lock, false)
		_ = lock.Close()
		if errors.Is(err, errClaimed) {
			return true
		}
	}
	return false
}

// places returns the places of all claims of which there are files.
func (h *Held) places() (places []string, err error) {
	for _, parent := range instanceDirs(h.dir) {
		found, err := os.ReadDir(parent)
		if ignoreNotExist(err) != nil {
			return nil, err
		}
		for _, f := range found {
			ending := filepath.Ext(f.Name())
			if strings.HasPrefix(f.Name(), "access-keys-") && (ending == ".lock" || ending == ".sock") {
				places = append(places, filepath.Join(parent, strings.TrimSuffix(f.Name(), ending)))
			}
		}
	}
	slices.Sort(places)
	return slices.Compact(places), nil
}

// Release lets windows open again.
func (h *Held) Release() {
	if h.instance != nil {
		h.instance.Release()
	}
	if h.mark != nil {
		_ = h.mark.Close()
	}
	<-h.served
}

// Discard lets windows open again and removes the files of claims, except those of other processes. It also removes the
// directory of the files if it is for nothing else.
func (h *Held) Discard() error {
	var errs []error
	if h.instance != nil {
		errs = append(errs, h.instance.discard())
	}
	if h.mark != nil {
		errs = append(errs, removeLocked(h.mark))
	}
	h.Release()
	places, err := h.places()
	errs = append(errs, err)
	for _, place := range places {
		errs = append(errs, removeClaim(place))
	}
	for _, parent := range instanceDirs(h.dir) {
		if filepath.Base(parent) == "access-keys" && parent != h.dir {
			_ = os.Remove(parent) // fails if the directory is not empty
		}
	}
	return errors.Join(errs...)
}

// removeClaim removes the files of a claim, unless a process has the claim.
func removeClaim(place string) error {
	lock, err := openLocked(place+".lock", false)
	if errors.Is(err, errClaimed) {
		return nil
	}
	if err != nil {
		return err
	}
	return errors.Join(ignoreNotExist(os.Remove(place+".sock")), removeLocked(lock))
}

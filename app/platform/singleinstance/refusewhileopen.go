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

// ErrOpen means that a window of the program is open, on this display or on another one of the user's.
var ErrOpen = errors.New("a window of the program is open")

// Held keeps windows of a configuration directory from opening: one that is started waits until Discard, for as long
// as it waits for a window that is still opening.
type Held struct {
	instance *Instance // nil where no claim can be made, and windows open without
	mark     *os.File  // nil where there is no directory, or where it takes no lock
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

// otherIsOpen reports whether another process has a claim, but for the own one.
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

// places are those of all claims that there are files of.
func (h *Held) places() (places []string, err error) {
	for _, parent := range instanceDirs(h.dir) {
		found, err := os.ReadDir(parent)
		if notThere(err) != nil {
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

// Discard is Release, and removes what claims leave behind, with a directory that there is for nothing else. The
// claims of other processes stay.
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
			_ = os.Remove(parent) // stays where there is something in it
		}
	}
	return errors.Join(errs...)
}

// removeClaim removes what is left of a claim, unless a process has it.
func removeClaim(place string) error {
	lock, err := openLocked(place+".lock", false)
	if errors.Is(err, errClaimed) {
		return nil
	}
	if err != nil {
		return err
	}
	return errors.Join(notThere(os.Remove(place+".sock")), removeLocked(lock))
}

// Package singleinstance lets one window of the program be open at a time, and hands further starts to it.
package singleinstance

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"sync"
	"time"
)

const (
	claimPatience   = 2 * time.Second       // with a first process that does not answer
	openingPatience = 15 * time.Second      // with one whose window is still opening
	claimAgain      = 20 * time.Millisecond // after which it is tried again: the other one may be beginning or ending
)

// ErrRaised means that another process has the claim, and that its window has come up.
var ErrRaised = errors.New("the window that is open already came up")

var (
	errClaimed = errors.New("another process has the claim")
	errNoPlace = errors.New("no private directory with a path that is short enough")
)

// Instance is the claim to be the one process of a configuration directory on a display. Another process that
// wants it can have this one's window come up. It ends with the process, however that ends.
type Instance struct {
	listener net.Listener
	lock     *os.File
	release  sync.Once
}

// Claim claims a configuration directory on this display for the process. Where another process has it, that
// one's window comes up instead, is offered server ("" is none) to sign in to, and the error is ErrRaised. A
// process that does not answer is given 2 seconds, and one that is still opening its window 15: if it fails to,
// this one gets the claim. Any other error means that nothing could be claimed and that no window has come up.
func Claim(ctx context.Context, dir, server string) (*Instance, error) {
	place, err := instancePlace(dir)
	if err != nil {
		return nil, fmt.Errorf("claim %s: %w", dir, err)
	}
	opening := time.Now().Add(openingPatience)
	limit := time.Now().Add(claimPatience)
	for {
		i, err := claim(place)
		if !errors.Is(err, errClaimed) {
			return i, err
		}
		if err = callUntil(ctx, limit, place, server); err == nil {
			return nil, ErrRaised
		}
		if errors.Is(err, ErrOpening) {
			limit = earlier(opening, time.Now().Add(claimPatience))
		}
		if pause(ctx, claimAgain); ctx.Err() != nil || time.Now().After(limit) {
			return nil, fmt.Errorf("have the window come up that is open: %w", err)
		}
	}
}

func callUntil(ctx context.Context, limit time.Time, place, server string) error {
	ctx, cancel := context.WithDeadline(ctx, limit)
	defer cancel()
	return callUp(ctx, place, server)
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

// claim claims a place. The lock is what counts: a socket may be left of a process that crashed.
func claim(place string) (*Instance, error) {
	lock, err := openLocked(place+".lock", false)
	if err != nil {
		return nil, err
	}
	listener, err := listen(place)
	if err != nil {
		_ = lock.Close()
		return nil, err
	}
	return &Instance{listener: listener, lock: lock}, nil
}

// openLocked opens a file, which it creates where there is none, and locks it. It returns errClaimed where another
// process has the lock, or has just removed the file.
func openLocked(path string, shared bool) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := lockFile(f, shared); err != nil {
		_ = f.Close()
		return nil, err
	}
	opened, err := f.Stat()
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	if there, err := os.Stat(path); err != nil || !os.SameFile(opened, there) {
		_ = f.Close()
		return nil, errClaimed
	}
	return f, nil
}

// removeLocked removes a file that openLocked returned, and unlocks it. Removed while it is locked, no other process
// takes it for its own. Windows removes no file that is open.
func removeLocked(f *os.File) error {
	removed := os.Remove(f.Name()) == nil
	_ = f.Close()
	if removed {
		return nil
	}
	return notThere(os.Remove(f.Name()))
}

// notThere is err, save for that there is no such file.
func notThere(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// Release gives the claim up, as often as it is called.
func (i *Instance) Release() {
	i.release.Do(func() {
		_ = i.listener.Close() // and removes the socket, which from then on is another process's
		_ = i.lock.Close()
	})
}

// discard is Release, and removes the lock.
func (i *Instance) discard() (err error) {
	i.release.Do(func() {
		_ = i.listener.Close()
		err = removeLocked(i.lock)
	})
	return err
}

// instancePlace is the path, but for its ending, of what makes up the claim to a directory on this display. Who
// sits at another display, in another session of the same user, is to have a window there.
func instancePlace(dir string) (string, error) {
	sum := sha256.Sum256([]byte(filepath.Clean(dir) + "\n" + seat()))
	name := "access-keys-" + hex.EncodeToString(sum[:6])
	for _, parent := range instanceDirs(dir) {
		place := filepath.Join(parent, name)
		if len(place)+len(".sock") <= longestPath && private(parent) {
			return place, nil
		}
	}
	return "", errNoPlace
}

// Package singleinstance ensures that only one window of the program is open. When the program is started again, that
// window is raised.
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
	claimLimit    = 2 * time.Second       // how long to wait for a first process that does not answer
	openingLimit  = 15 * time.Second      // how long to wait for one whose window is still opening
	retryInterval = 20 * time.Millisecond // the time between attempts, since the other process may be starting or ending
)

// ErrRaised means that another process has the claim, and that its window was raised.
var ErrRaised = errors.New("the window that is open already came up")

var (
	errClaimed = errors.New("another process has the claim")
	errNoPlace = errors.New("no private directory with a path that is short enough")
)

// Instance is the claim to be the only process for a configuration directory on a display. Another process that wants the
// claim can raise this one's window. The claim ends with the process, even if that is killed.
type Instance struct {
	listener net.Listener
	lock     *os.File
	release  sync.Once
}

// Claim claims a configuration directory on this display for the process. If another process has the claim, Claim raises
// that one's window, offers it server to sign in to ("" means none), and returns ErrRaised. Claim waits 2 seconds for a
// process that does not answer, and 15 seconds for one whose window is still opening; if that one ends, this process gets
// the claim. Any other error means that the claim failed and no window was raised.
func Claim(ctx context.Context, dir, server string) (*Instance, error) {
	place, err := instancePlace(dir)
	if err != nil {
		return nil, fmt.Errorf("claim %s: %w", dir, err)
	}
	opening := time.Now().Add(openingLimit)
	limit := time.Now().Add(claimLimit)
	for {
		i, err := claim(place)
		if !errors.Is(err, errClaimed) {
			return i, err
		}
		if err = askToRaiseUntil(ctx, limit, place, server); err == nil {
			return nil, ErrRaised
		}
		if errors.Is(err, ErrOpening) {
			limit = earlier(opening, time.Now().Add(claimLimit))
		}
		if sleep(ctx, retryInterval); ctx.Err() != nil || time.Now().After(limit) {
			return nil, fmt.Errorf("have the window come up that is open: %w", err)
		}
	}
}

func askToRaiseUntil(ctx context.Context, limit time.Time, place, server string) error {
	ctx, cancel := context.WithDeadline(ctx, limit)
	defer cancel()
	return askToRaise(ctx, place, server)
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

// claim claims a place. The lock decides, because a process that crashed can leave its socket behind.
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

// openLocked opens a file, or creates it, and locks it. It returns errClaimed if another process has the lock or has just
// removed the file.
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

// removeLocked removes a file that openLocked returned, and unlocks it. It removes the file while that is locked, so that
// no other process can lock the removed file. Windows cannot remove an open file, so there it removes the file afterwards.
func removeLocked(f *os.File) error {
	removed := os.Remove(f.Name()) == nil
	_ = f.Close()
	if removed {
		return nil
	}
	return ignoreNotExist(os.Remove(f.Name()))
}

// ignoreNotExist returns err, or nil if err means that a file does not exist.
func ignoreNotExist(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// Release releases the claim. Further calls have no effect, nor has one of nil.
func (i *Instance) Release() {
	if i == nil {
		return
	}
	i.release.Do(func() {
		_ = i.listener.Close() // also removes the socket; only once, because the next socket is another process's
		_ = i.lock.Close()
	})
}

// discard releases the claim and removes the lock file.
func (i *Instance) discard() (err error) {
	i.release.Do(func() {
		_ = i.listener.Close()
		err = removeLocked(i.lock)
	})
	return err
}

// instancePlace returns the path, without extension, of the files of the claim to a directory on this display. Each
// display has a claim of its own, so that a user with several sessions can have a window in each.
func instancePlace(dir string) (string, error) {
	sum := sha256.Sum256([]byte(filepath.Clean(dir) + "\n" + seat()))
	name := "access-keys-" + hex.EncodeToString(sum[:6])
	for _, parent := range instanceDirs(dir) {
		place := filepath.Join(parent, name)
		if len(place)+len(".sock") <= longestPath && makePrivate(parent) {
			return place, nil
		}
	}
	return "", errNoPlace
}

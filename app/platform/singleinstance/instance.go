// Package singleinstance lets one window of the program be open at a time, and hands further starts to it.
package singleinstance

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
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
	longestPath     = 100                   // of a socket, which some systems give 104 bytes
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
// one's window comes up instead, is offered server ("" is none) to sign in to, and the error is ErrCameUp. A
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
	lock, err := os.OpenFile(place+".lock", os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := lockFile(lock); err != nil {
		_ = lock.Close()
		return nil, err
	}
	listener, err := listen(place)
	if err != nil {
		_ = lock.Close()
		return nil, err
	}
	return &Instance{listener: listener, lock: lock}, nil
}

// Release gives the claim up, as often as it is called.
func (i *Instance) Release() {
	i.release.Do(func() {
		_ = i.listener.Close() // and removes the socket, which from then on is another process's
		_ = i.lock.Close()
	})
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

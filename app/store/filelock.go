package store

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/gofrs/flock"
)

// lockPause is how long to wait before trying again for a lock that another process holds.
const lockPause = 2 * time.Millisecond

var errHeld = errors.New("another process holds the lock")

// Lock lets one process at a time act, and one call within a process. It is a file that stays when it is released,
// because removing it would let two in. The system releases the lock of a process that ends, however it ends. A Lock
// without a Path is always free.
type Lock struct {
	Path string
	Log  *slog.Logger
}

// Take waits for the lock until ctx ends or the limit has passed, and returns what releases it. It returns an
// *Error of KindBusy when the lock was not free in time, or ctx's error when that was cancelled. Where the file
// system has no locks, or no room for one, it goes on without.
func (l Lock) Take(ctx context.Context, limit time.Duration) (release func(), err error) {
	if l.Path == "" {
		return func() {}, nil
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	lock := l.open()
	_, err = lock.TryLockContext(ctx, lockPause)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return nil, &Error{Kind: KindBusy, Path: l.Path, Err: errHeld}
	case errors.Is(err, context.Canceled):
		return nil, err
	}
	return l.releaseOf(lock, err), nil
}

// Try is Take that does not wait.
func (l Lock) Try() (release func(), err error) {
	lock := l.open()
	free, err := lock.TryLock()
	if err == nil && !free {
		return nil, &Error{Kind: KindBusy, Path: l.Path, Err: errHeld}
	}
	return l.releaseOf(lock, err), nil
}

func (l Lock) open() *flock.Flock { return flock.New(l.Path, flock.SetPermissions(0o600)) }

// releaseOf returns what releases a lock, which failed to be taken if there is an error.
func (l Lock) releaseOf(lock *flock.Flock, failed error) (release func()) {
	if failed != nil {
		l.Log.Debug("no lock here; going on without", "file", l.Path, "error", failed)
		return func() {}
	}
	return func() {
		if err := lock.Unlock(); err != nil {
			l.Log.Warn("releasing a lock", "file", l.Path, "error", err)
		}
	}
}

// Lock is the file's own, for reading, changing and writing it.
func (f File) Lock() Lock { return Lock{Path: f.Path + ".lock", Log: f.Log} }

package store

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/gofrs/flock"
)

// lockPause is the time between attempts to take a lock that another process holds.
const lockPause = 2 * time.Millisecond

var errHeld = errors.New("another process holds the lock")

// Lock is a lock between processes, and between goroutines of one process. Its file is not removed when the lock is
// released, because another process could then lock a removed file while a third locks a new one. The system releases
// the lock when the process ends, even if it is killed. A Lock without a Path is always free.
type Lock struct {
	Path string
	Log  *slog.Logger
}

// Take takes the lock and returns a function that releases it. It waits until ctx is done or the limit has passed. It
// returns an *Error of KindBusy if the lock was not free in time, or context.Canceled if ctx was cancelled. If the file
// system has no locks, or no room for the file, Take succeeds without a lock.
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

// Try is like Take, but does not wait.
func (l Lock) Try() (release func(), err error) {
	lock := l.open()
	free, err := lock.TryLock()
	if err == nil && !free {
		return nil, &Error{Kind: KindBusy, Path: l.Path, Err: errHeld}
	}
	return l.releaseOf(lock, err), nil
}

func (l Lock) open() *flock.Flock { return flock.New(l.Path, flock.SetPermissions(0o600)) }

// releaseOf returns a function that releases lock. failed is the error of taking it; if that is set, there is nothing to
// release.
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

// Lock returns the lock to hold while the file is read, changed and written.
func (f File) Lock() Lock { return Lock{Path: f.Path + ".lock", Log: f.Log} }

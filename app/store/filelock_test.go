package store

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"accesskeys/app/apptest/check"
)

func lockAt(path string) Lock { return Lock{Path: path, Log: slog.New(slog.DiscardHandler)} }

func TestLockLetsOneIn(t *testing.T) {
	l := lockAt(filepath.Join(t.TempDir(), "a.lock"))
	var inside, total atomic.Int32 // atomic, because the race detector does not know file locks
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 50 {
				release, err := l.Take(t.Context(), time.Minute)
				if err != nil {
					t.Error(err)
					return
				}
				if n := inside.Add(1); n != 1 {
					t.Errorf("%d inside", n)
				}
				total.Add(1)
				inside.Add(-1)
				release()
			}
		})
	}
	all.Wait()
	if n := total.Load(); n != 400 {
		t.Errorf("%d turns, want 400", n)
	}
}

func TestLockThatIsTriedIsNotWaitedFor(t *testing.T) {
	l := lockAt(filepath.Join(t.TempDir(), "a.lock"))
	release, err := l.Try()
	check.Must(t, err)
	var busy *Error
	if _, err := l.Try(); !errors.As(err, &busy) || busy.Kind != KindBusy {
		t.Errorf("held, it says %v", err)
	}
	release()
	release, err = l.Try()
	check.Must(t, err)
	release()
}

func TestLockIsWaitedForNoLongerThanTheLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := lockAt(filepath.Join(t.TempDir(), "a.lock"))
		release, err := l.Take(t.Context(), time.Second)
		check.Must(t, err)
		began := time.Now()
		_, err = l.Take(t.Context(), 5*time.Second)
		assertKind(t, err, KindBusy)
		if took := time.Since(began); took != 5*time.Second {
			t.Errorf("it took %v", took)
		}
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(time.Second, cancel)
		if _, err = l.Take(ctx, 5*time.Second); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v, want that it was cancelled", err)
		}
		release()
		release, err = l.Take(t.Context(), time.Second)
		check.Must(t, err)
		release()
	})
}

// A disk may have no locks, and a folder that cannot be written to has no room for one.
func TestWithoutLocksItGoesOn(t *testing.T) {
	dir := t.TempDir()
	check.Must(t, os.WriteFile(filepath.Join(dir, "file"), nil, 0o600))
	for _, path := range []string{filepath.Join(dir, "file", "a.lock"), filepath.Join(dir, "not", "there.lock"), dir + "/\x00"} {
		release, err := lockAt(path).Take(t.Context(), time.Minute)
		check.Must(t, err)
		release()
	}
}

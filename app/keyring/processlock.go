package keyring

import (
	"context"

	"accesskeys/app/store"
)

// Turns lets one call of one process at a time change the keyring together with the files that say what is
// in it.
type Turns struct {
	turns   turns
	lock    store.Lock
	makeDir func() error // makes the directory of the lock
}

// NewTurns returns turns that a lock keeps between processes, in the directory that makeDir makes. The zero value is
// for turns in this process alone.
func NewTurns(lock store.Lock, makeDir func() error) *Turns {
	return &Turns{lock: lock, makeDir: makeDir}
}

// Take waits for a turn and returns what ends it. It returns a *Error, of Busy when another turn waits
// for the user to answer the keyring's prompt; or ctx's error when that was cancelled.
func (k *Turns) Take(ctx context.Context) (end func(), err error) {
	t, err := k.turns.take(ctx, Limit)
	if err != nil {
		return nil, classified(err)
	}
	if k.makeDir != nil {
		if err := k.makeDir(); err != nil {
			k.lock.Log.Debug("no directory for a lock; going on without", "error", err)
		}
	}
	release, err := k.lock.Take(ctx, Limit)
	if err != nil {
		k.turns.end(t)
		return nil, classified(err)
	}
	return func() {
		release()
		k.turns.end(t)
	}, nil
}

package keyring

import (
	"context"

	"accesskeys/app/store"
)

// Turns is a lock for changing the keyring together with the files that list its entries. Only one goroutine of one
// process has a turn at a time.
type Turns struct {
	turns   turns
	lock    store.Lock
	makeDir func() error // creates the directory of the lock
}

// NewTurns returns Turns with a lock between processes. makeDir creates the directory of the lock. The zero Turns is for
// this process only.
func NewTurns(lock store.Lock, makeDir func() error) *Turns {
	return &Turns{lock: lock, makeDir: makeDir}
}

// Take waits for a turn and returns a function that ends it. It returns an *Error of Busy if another turn takes too long,
// for example because it waits for the user to answer a prompt, or ctx's error if that was cancelled.
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

package app

import (
	"context"

	"accesskeys/app/store"
)

// keyringTurns lets one call of one process at a time change the keyring together with the files that say what is
// in it.
type keyringTurns struct {
	turns   turns
	lock    store.Lock
	makeDir func() error // makes the directory of the lock
}

// take waits for a turn and returns what ends it. It returns a *KeyringError, of KeyringBusy when another turn waits
// for the user to answer the keyring's prompt; or ctx's error when that was cancelled.
func (k *keyringTurns) take(ctx context.Context) (end func(), err error) {
	t, err := k.turns.take(ctx, keyringLimit)
	if err != nil {
		return nil, keyringError(err)
	}
	if err := k.makeDir(); err != nil {
		k.lock.Log.Debug("no directory for a lock; going on without", "error", err)
	}
	release, err := k.lock.Take(ctx, keyringLimit)
	if err != nil {
		k.turns.end(t)
		return nil, keyringError(err)
	}
	return func() {
		release()
		k.turns.end(t)
	}, nil
}

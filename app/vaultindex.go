package app

import (
	"context"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
)

// index knows which keys the keyring may hold a secret of, because a keyring cannot be asked for a list.
// It lists more rather than less: what is not in it is not in the keyring. There is no secret in it.
//
// It is read anew each time, and so lists what another process has added since. That is all there is for
// two of them: when both change it at the same moment, one's change is lost.
type index struct {
	mu    sync.Mutex
	file  jsonFile
	turns turns       // to change the keyring and the index together
	lost  atomic.Bool // the file was corrupt in this run: the keyring may hold what is not listed
}

// listing is what the file holds: by API base and key ID, how old a secret the keyring has at most.
type listing map[string]map[string]stamp

func newIndex(path string, log *slog.Logger) *index {
	x := &index{}
	x.file = jsonFile{path: path, log: log, corrupt: func() { x.lost.Store(true) }}
	return x
}

// lock waits for its turn to change keyring and index. It returns a *KeyringError, of KeyringBusy when
// another turn waits for a person to answer the keyring's prompt; or ctx's error when it was cancelled.
func (x *index) lock(ctx context.Context) (unlock func(), err error) {
	t, err := x.turns.take(ctx, keyringLimit)
	if err != nil {
		return nil, keyringError(err)
	}
	return func() { x.turns.end(t) }, nil
}

// keys returns the IDs listed for base, sorted.
func (x *index) keys(base string) ([]string, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	all, err := x.read()
	return slices.Sorted(maps.Keys(all[base])), err
}

// stamp returns what a key is listed with, false when it is not.
func (x *index) stamp(base, id string) (s stamp, listed bool, err error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	all, err := x.read()
	s, listed = all[base][id]
	return s, listed, err
}

// bases returns the bases that anything is listed for, sorted. It waits for its turn, so that what is being
// stored is listed by then.
func (x *index) bases(ctx context.Context) ([]string, error) {
	unlock, err := x.lock(ctx)
	if err != nil {
		return nil, err
	}
	defer unlock()
	x.mu.Lock()
	defer x.mu.Unlock()
	all, err := x.read()
	return slices.Sorted(maps.Keys(all)), err
}

// add lists a key whose secret is about to be stored, and reports whether it was listed before. If so, the
// earlier stamp stays: the keyring may be left with either secret.
func (x *index) add(base, id string, s stamp) (before bool, err error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	all, err := x.read()
	if err != nil {
		return false, err
	}
	old, before := all[base][id]
	if before {
		s = s.earlier(old)
	}
	return before, x.write(all, base, id, s)
}

// set lists a key whose secret was stored.
func (x *index) set(base, id string, s stamp) error {
	x.mu.Lock()
	defer x.mu.Unlock()
	all, err := x.read()
	if err != nil {
		return err
	}
	return x.write(all, base, id, s)
}

// write lists a key, where that changes anything.
func (x *index) write(all listing, base, id string, s stamp) error {
	if old, listed := all[base][id]; listed && old == s {
		return nil
	}
	if all[base] == nil {
		all[base] = map[string]stamp{}
	}
	all[base][id] = s
	return x.file.write(all)
}

// remove takes id from the list. With the last one goes the file.
func (x *index) remove(base, id string) error {
	x.mu.Lock()
	defer x.mu.Unlock()
	all, err := x.read()
	if err != nil {
		return err
	}
	if _, listed := all[base][id]; !listed {
		return nil
	}
	delete(all[base], id)
	maps.DeleteFunc(all, func(_ string, keys map[string]stamp) bool { return len(keys) == 0 })
	if len(all) == 0 {
		return x.file.remove()
	}
	return x.file.write(all)
}

func (x *index) read() (listing, error) {
	all := listing{}
	found, err := x.file.read(&all)
	if !found || all == nil {
		all = listing{}
	}
	return all, err
}

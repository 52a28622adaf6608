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

// listing is what the file holds, by API base and key ID.
type listing map[string]map[string]entry

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

// of returns what is listed for base, by key ID.
func (x *index) of(base string) (map[string]entry, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	all, err := x.read()
	return all[base], err
}

// claim notes whose keys are which, by key ID. What is listed of others stays.
func (x *index) claim(base string, owners map[string]string) error {
	x.mu.Lock()
	defer x.mu.Unlock()
	all, err := x.read()
	if err != nil {
		return err
	}
	changed := false
	for id, e := range all[base] {
		if owner := owners[id]; owner != "" && owner != e.User {
			e.User = owner
			all[base][id] = e
			changed = true
		}
	}
	if !changed {
		return nil
	}
	return x.file.write(all)
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
func (x *index) add(base, id string, e entry) (before bool, err error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	all, err := x.read()
	if err != nil {
		return false, err
	}
	old, before := all[base][id]
	if before {
		e.Stamp = e.Stamp.earlier(old.Stamp)
	}
	return before, x.write(all, base, id, e)
}

// set lists a key whose secret was stored.
func (x *index) set(base, id string, e entry) error {
	x.mu.Lock()
	defer x.mu.Unlock()
	all, err := x.read()
	if err != nil {
		return err
	}
	return x.write(all, base, id, e)
}

// write lists a key, where that changes anything.
func (x *index) write(all listing, base, id string, e entry) error {
	if old, listed := all[base][id]; listed && old == e {
		return nil
	}
	if all[base] == nil {
		all[base] = map[string]entry{}
	}
	all[base][id] = e
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
	maps.DeleteFunc(all, func(_ string, keys map[string]entry) bool { return len(keys) == 0 })
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

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
	mu   sync.Mutex
	file jsonFile
	turn chan struct{} // held while the keyring and the index change together
	lost atomic.Bool   // the file was corrupt in this run: the keyring may hold what is not listed
}

// listing is what the file holds: key IDs by API base.
type listing map[string][]string

func newIndex(path string, log *slog.Logger) *index {
	x := &index{turn: make(chan struct{}, 1)}
	x.file = jsonFile{path: path, log: log, corrupt: func() { x.lost.Store(true) }}
	return x
}

// lock waits for its turn to change keyring and index. It returns a *KeyringError of KeyringTimeout when
// ctx ran out of time, ctx's error when it was cancelled.
func (x *index) lock(ctx context.Context) (unlock func(), err error) {
	select {
	case x.turn <- struct{}{}:
		return func() { <-x.turn }, nil
	case <-ctx.Done():
		return nil, keyringError(ctx.Err())
	}
}

// keys returns the IDs listed for base, sorted.
func (x *index) keys(base string) ([]string, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	all, err := x.read()
	return all[base], err
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

// add lists id, and reports whether it was listed before.
func (x *index) add(base, id string) (before bool, err error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	all, err := x.read()
	if err != nil {
		return false, err
	}
	at, found := slices.BinarySearch(all[base], id)
	if found {
		return true, nil
	}
	all[base] = slices.Insert(all[base], at, id)
	return false, x.file.write(all)
}

// remove takes id from the list. With the last one goes the file.
func (x *index) remove(base, id string) error {
	x.mu.Lock()
	defer x.mu.Unlock()
	all, err := x.read()
	if err != nil {
		return err
	}
	at, found := slices.BinarySearch(all[base], id)
	if !found {
		return nil
	}
	all[base] = slices.Delete(all[base], at, at+1)
	maps.DeleteFunc(all, func(_ string, ids []string) bool { return len(ids) == 0 })
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
	for _, ids := range all {
		slices.Sort(ids)
	}
	return all, err
}

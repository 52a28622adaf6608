package secrets

import (
	"cmp"
	"context"
	"log/slog"
	"maps"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"accesskeys/app/keyring"
	"accesskeys/app/store"
	"accesskeys/client/route"
)

// Entry is what the index has of a key.
type Entry struct {
	Stamp Stamp  `json:"changed"` // how old a secret the keyring has at most
	User  string `json:"user"`    // whose key it is; "" is unknown
}

// Index knows which keys the keyring may hold a secret of, because a keyring cannot be asked for a list.
// It lists more rather than less: what is not in it is not in the keyring. There is no secret in it.
//
// It is read each time, because other processes change it too. A secret is stored and listed, or deleted and no
// longer listed, in one turn.
type Index struct {
	mu    sync.Mutex
	file  store.File
	held  listing // the list where there is no file
	Turns *keyring.Turns
	lost  atomic.Bool // the file was corrupt in this run: the keyring may hold what is not listed
}

// indexPatience is how long another process may keep the file.
const indexPatience = 2 * time.Second

// listing is what the file holds, by API base and key ID.
type listing map[string]map[string]Entry

// OpenIndex returns the index in the file at path. An empty path means that it is kept in memory only.
func OpenIndex(path string, log *slog.Logger) *Index {
	if path == "" {
		return &Index{held: listing{}, Turns: &keyring.Turns{}}
	}
	x := &Index{}
	x.file = store.File{Path: path, Log: log, Corrupt: func() { x.lost.Store(true) }}
	lock := store.Lock{Path: filepath.Join(filepath.Dir(path), store.KeyringLockFile), Log: log}
	x.Turns = keyring.NewTurns(lock, x.file.MakeDir)
	return x
}

// lock waits for its turn to change keyring and index. It returns a *keyring.Error, of keyring.Busy when
// another turn waits for a user to answer the keyring's prompt; or ctx's error when it was cancelled.
func (x *Index) lock(ctx context.Context) (unlock func(), err error) {
	return x.Turns.Take(ctx)
}

// Listed is what is listed of a key of the API at a base.
type Listed struct {
	Base, KeyID string
	Entry
}

// Account is its name in the keyring.
func (e Listed) Account() string { return keyring.Account(e.Base, e.KeyID) }

// on returns what is listed for the server of base: first for the API at base, then for where it was before.
func (x *Index) on(base string) ([]Listed, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	all, err := x.read()
	var listed []Listed
	for at, keys := range all {
		if !route.SameServer(at, base) {
			continue
		}
		for id, e := range keys {
			listed = append(listed, Listed{at, id, e})
		}
	}
	slices.SortFunc(listed, func(a, b Listed) int {
		switch {
		case a.Base == b.Base:
			return cmp.Compare(a.KeyID, b.KeyID)
		case a.Base == base:
			return -1
		case b.Base == base:
			return 1
		}
		return cmp.Compare(a.Base, b.Base)
	})
	return listed, err
}

// claim notes whose keys are which, by key ID. What is listed of others stays.
func (x *Index) claim(base string, owners map[string]string) error {
	return x.change(func(all listing) bool {
		changed := false
		for id, e := range all[base] {
			if owner := owners[id]; owner != "" && owner != e.User {
				e.User = owner
				all[base][id] = e
				changed = true
			}
		}
		return changed
	})
}

// Bases returns the bases that anything is listed for, sorted. It waits for its turn, so that what is being
// stored is listed by then.
func (x *Index) Bases(ctx context.Context) ([]string, error) {
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

// Accounts returns the names of all that is listed.
func (x *Index) Accounts() (accounts []string, err error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	all, err := x.read()
	for base, keys := range all {
		for id := range keys {
			accounts = append(accounts, keyring.Account(base, id))
		}
	}
	slices.Sort(accounts)
	return accounts, err
}

// add lists a key whose secret is about to be stored, and reports whether it was listed before. If so, the
// earlier stamp stays: the keyring may be left with either secret.
func (x *Index) add(base, id string, e Entry) (before bool, err error) {
	err = x.change(func(all listing) bool {
		var old Entry
		if old, before = all[base][id]; before {
			e.Stamp = e.Stamp.earlier(old.Stamp)
		}
		return all.set(base, id, e)
	})
	return before, err
}

// set lists a key whose secret was stored.
func (x *Index) set(base, id string, e Entry) error {
	return x.change(func(all listing) bool { return all.set(base, id, e) })
}

// set lists a key, and reports whether that changes anything.
func (l listing) set(base, id string, e Entry) bool {
	if old, listed := l[base][id]; listed && old == e {
		return false
	}
	if l[base] == nil {
		l[base] = map[string]Entry{}
	}
	l[base][id] = e
	return true
}

// remove takes id from the list. With the last one goes the file.
func (x *Index) remove(base, id string) error {
	return x.change(func(all listing) bool {
		if _, listed := all[base][id]; !listed {
			return false
		}
		delete(all[base], id)
		if len(all[base]) == 0 {
			delete(all, base)
		}
		return true
	})
}

// change reads the list, has it edited and writes it if that changed anything.
func (x *Index) change(edit func(listing) (changed bool)) error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.held != nil {
		edit(x.held)
		return nil
	}
	release, err := x.file.Lock().Take(context.Background(), indexPatience)
	if err != nil {
		return err
	}
	defer release()
	all, err := x.read()
	switch {
	case err != nil:
		return err
	case !edit(all):
		return nil
	case len(all) == 0:
		return x.file.Remove()
	}
	return x.file.Write(all)
}

func (x *Index) read() (listing, error) {
	if x.held != nil {
		return x.held.clone(), nil
	}
	all := listing{}
	found, err := x.file.Read(&all)
	if !found || all == nil {
		all = listing{}
	}
	return all, err
}

// clone returns a copy that shares nothing with l.
func (l listing) clone() listing {
	copied := make(listing, len(l))
	for base, keys := range l {
		copied[base] = maps.Clone(keys)
	}
	return copied
}

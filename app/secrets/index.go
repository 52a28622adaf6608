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

// Entry is the entry of a key in the index.
type Entry struct {
	Stamp Stamp  `json:"changed"` // the secret in the keyring is not older than this
	User  string `json:"user"`    // the owner of the key; "" means unknown
}

// Index lists the keys whose secrets may be in the keyring, because not every keyring can list its entries. It may list
// keys whose secrets are not in the keyring, but never lacks one whose secret is. It contains no secret.
//
// It is read from the file each time, because other processes change it too. Storing or deleting a secret and changing
// the index happen in one turn.
type Index struct {
	mu    sync.Mutex
	file  store.File
	held  listing        // the list, if it is in memory only
	Turns *keyring.Turns // to take for changing the keyring and the index
	lost  atomic.Bool    // the file was corrupt in this run, so the keyring may have secrets that are not listed
}

// indexLockLimit is how long to wait for another process that holds the file's lock.
const indexLockLimit = 2 * time.Second

// listing is the content of the file, by API base and key ID.
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

// Listed is an entry of the index together with its key and the base of the API.
type Listed struct {
	Base, KeyID string
	Entry
}

// account returns the account name of the secret in the keyring.
func (e Listed) account() string { return keyring.Account(e.Base, e.KeyID) }

// listOf returns the entries for the server of base: first those of the API at base, then those of the bases that the API
// had before.
func (x *Index) listOf(base string) ([]Listed, error) {
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

// claim sets the owners of keys, by key ID. Other entries stay as they are.
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

// Bases returns the sorted bases of the entries. It waits for a turn, so that secrets that are being stored are listed.
func (x *Index) Bases(ctx context.Context) ([]string, error) {
	unlock, err := x.Turns.Take(ctx)
	if err != nil {
		return nil, err
	}
	defer unlock()
	x.mu.Lock()
	defer x.mu.Unlock()
	all, err := x.read()
	return slices.Sorted(maps.Keys(all)), err
}

// Accounts returns the account names of all entries in the keyring.
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

// add lists a key whose secret is about to be stored, and reports whether it was listed before. If it was, the entry
// keeps the earlier stamp, because either secret may be in the keyring if storing fails.
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

// set adds or changes an entry, and reports whether that changed anything.
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

// remove removes the entry of a key. It removes the file together with the last entry.
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

// change reads the list, calls edit, and writes the list if edit returns true.
func (x *Index) change(edit func(listing) (changed bool)) error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.held != nil {
		edit(x.held)
		return nil
	}
	release, err := x.file.Lock().Take(context.Background(), indexLockLimit)
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

// clone returns a deep copy of l.
func (l listing) clone() listing {
	copied := make(listing, len(l))
	for base, keys := range l {
		copied[base] = maps.Clone(keys)
	}
	return copied
}

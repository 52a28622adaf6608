package keys

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"sync"
	"time"
)

// PendingOutcomes is the changes of a session of which it is not known whether they were carried out, as they are kept
// until there is a session of the same sign-in again, maybe in another process.
type PendingOutcomes struct {
	Changes map[string]Operation `json:"changes,omitempty"` // by key ID
	Creates *Creates             `json:"creates,omitempty"`
}

// Creates is keys that may have been created and are not in the list so far.
type Creates struct {
	Count  int       `json:"count"`
	Known  []string  `json:"known"`           // the keys that there were before
	Since  time.Time `json:"since,omitzero"`  // keys made before this were there already, as Known may not show
	Looked bool      `json:"looked,omitzero"` // a list was read since then
}

// asking is what the server is being asked to do, and what keeps that and what is not known.
type asking struct {
	changes map[string]Operation // by key ID; guarded by Keys.mu, as is creates
	creates *pendingCreates      // with those of which it was not known before

	keeping sync.Mutex // held while keep is called
	keep    func(PendingOutcomes)
	kept    PendingOutcomes
}

// AdoptPending has the lists that are read from now on tell what became of the changes of an earlier session, and keep
// called with what is not known: whenever that is other than it was, and before the server is asked for a change. It is
// for keys of which nothing was asked so far.
func AdoptPending(k *Keys, u PendingOutcomes, keep func(PendingOutcomes)) {
	k.own.keep = keep
	note(k, func() {
		for id, op := range u.Changes {
			k.pending[id] = pending{op: op}
		}
		if c := u.Creates; c != nil {
			known := make(map[string]bool, len(c.Known))
			for _, id := range c.Known {
				known[id] = true
			}
			k.creates.pending = &pendingCreates{count: c.Count, known: known, read: c.Looked, looked: c.Looked, since: c.Since}
		}
	})
}

// PendingOf returns what is not known so far.
func PendingOf(k *Keys) PendingOutcomes {
	k.mu.Lock()
	defer k.mu.Unlock()
	u := PendingOutcomes{Changes: maps.Clone(k.own.changes)}
	for id, p := range k.pending {
		u.Changes[id] = p.op
	}
	if c := cmp.Or(k.own.creates, k.creates.pending); c != nil {
		u.Creates = &Creates{Count: c.count, Known: slices.Sorted(maps.Keys(c.known)), Since: c.since, Looked: c.looked}
	}
	return u
}

// note changes what is known, and has what is not known kept.
func note(k *Keys, change func()) {
	k.mu.Lock()
	change()
	k.mu.Unlock()
	a := &k.own.asking
	a.keeping.Lock()
	defer a.keeping.Unlock()
	if u := PendingOf(k); a.keep != nil && !reflect.DeepEqual(u, a.kept) {
		a.kept = u
		a.keep(u)
	}
}

// aboutToCreate takes note that a key is about to be asked for. known are those that are listed.
func aboutToCreate(k *Keys, known map[string]bool) {
	note(k, func() {
		c := &pendingCreates{count: 1, known: maps.Clone(known)}
		if !k.list.fresh.Current || k.list.partial() {
			c.since = k.now().Add(-ClocksApart)
		}
		if before := k.creates.pending; before != nil {
			c.count += before.count
			maps.Copy(c.known, before.known)
		}
		k.own.creates = c
	})
}

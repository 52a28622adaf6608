package keys

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"sync"
	"time"
)

// PendingOutcomes is the changes of a session whose outcomes are not known. They are saved for the next session of the same
// sign-in, which may be in another process.
type PendingOutcomes struct {
	Changes map[string]Operation `json:"changes,omitempty"` // by key ID
	Creates *Creates             `json:"creates,omitempty"`
}

// Creates is keys that may have been created but are not in the list so far.
type Creates struct {
	Count  int       `json:"count"`
	Known  []string  `json:"known"`           // the keys that were listed before
	Since  time.Time `json:"since,omitzero"`  // keys created before this are not new, even if Known lacks them
	Looked bool      `json:"looked,omitzero"` // a whole list was read since then
}

// inFlight is the changes that the server is being asked for, and what saves them and the pending outcomes.
type inFlight struct {
	changes map[string]Operation // by key ID; guarded by Keys.mu, as is creates
	creates *pendingCreates      // including those that were pending before

	saving sync.Mutex // held while save is called
	save   func(PendingOutcomes)
	saved  PendingOutcomes // what save was last called with
}

// AdoptPending makes k resolve the pending outcomes u of an earlier session. From now on save is called with the pending
// outcomes whenever they have changed, and before the server is asked for a change. AdoptPending must be called before k
// is used otherwise.
func AdoptPending(k *Keys, u PendingOutcomes, save func(PendingOutcomes)) {
	k.own.save = save
	updatePending(k, func() {
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

// PendingOf returns the pending outcomes, including those of changes under way.
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

// updatePending calls update with k.mu held, and then saves the pending outcomes.
func updatePending(k *Keys, update func()) {
	k.mu.Lock()
	update()
	k.mu.Unlock()
	savePending(k)
}

// savePending saves the pending outcomes if they have changed.
func savePending(k *Keys) {
	a := &k.own.inFlight
	a.saving.Lock()
	defer a.saving.Unlock()
	if u := PendingOf(k); a.save != nil && !reflect.DeepEqual(u, a.saved) {
		a.saved = u
		a.save(u)
	}
}

// aboutToCreate records that the server is about to be asked for a key. known is the keys that are listed.
func aboutToCreate(k *Keys, known map[string]bool) {
	updatePending(k, func() {
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

package keys

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"sync"
	"time"

	"accesskeys/client"
)

// clocksApart is how much later than ours the server's clock may be where a list does not tell which keys are new.
const clocksApart = 5 * time.Minute

// Unsettled is the changes of a session of which it is not known whether they were carried out, as they are kept until
// there is a session of the same sign-in again, maybe in another process.
type Unsettled struct {
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
	changes map[string]Operation   // by key ID; guarded by Keys.mu, as is creates
	creates *unacknowledgedCreates // with those of which it was not known before

	keeping sync.Mutex // held while keep is called
	keep    func(Unsettled)
	kept    Unsettled
}

// Adopt has the lists that are read from now on tell what became of the changes of an earlier session, and keep called with
// what is not known: whenever that is other than it was, and before the server is asked for a change. It is for keys of
// which nothing was asked so far.
func Adopt(k *Keys, u Unsettled, keep func(Unsettled)) {
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
			k.creates.unacknowledged = &unacknowledgedCreates{count: c.Count, known: known, read: c.Looked, looked: c.Looked, since: c.Since}
		}
	})
}

// UnsettledOf returns what is not known so far.
func UnsettledOf(k *Keys) Unsettled {
	k.mu.Lock()
	defer k.mu.Unlock()
	u := Unsettled{Changes: maps.Clone(k.own.changes)}
	for id, p := range k.pending {
		u.Changes[id] = p.op
	}
	if c := cmp.Or(k.own.creates, k.creates.unacknowledged); c != nil {
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
	if u := UnsettledOf(k); a.keep != nil && !reflect.DeepEqual(u, a.kept) {
		a.kept = u
		a.keep(u)
	}
}

// aboutToCreate takes note that a key is about to be asked for. known are those that are listed.
func aboutToCreate(k *Keys, known map[string]bool) {
	note(k, func() {
		c := &unacknowledgedCreates{count: 1, known: maps.Clone(known)}
		if !k.list.fresh.Current || k.list.partial() {
			c.since = k.now().Add(-clocksApart)
		}
		if before := k.creates.unacknowledged; before != nil {
			c.count += before.count
			maps.Copy(c.known, before.known)
		}
		k.own.creates = c
	})
}

// Changing reports whether a key is being changed or created.
func Changing(k *Keys) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.creates.busy || k.busy.changing()
}

// Owner is whose keys they are, as secrets are kept under it. It is not known before there is a list.
func Owner(k *Keys) (user string, known bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	own := k.backend.KeyID()
	_, listed := k.list.find(own)
	return ownerOf(client.AccessKey{UserID: k.owner.user}, own), listed || k.owner.user != ""
}

// Retire has nothing more done to keys, and lets what is under way end. Then it calls locked: at once, or
// from whatever is the last to end.
func (k *Keys) Retire(locked func()) {
	k.mu.Lock()
	k.retired = locked
	k.mu.Unlock()
	k.rest()
}

// rest ends what was retired once nothing is being changed. k.mu is not held.
func (k *Keys) rest() {
	k.mu.Lock()
	locked := k.retired
	if k.creates.busy || k.busy.changing() {
		locked = nil
	}
	k.mu.Unlock()
	if locked != nil {
		locked()
	}
}

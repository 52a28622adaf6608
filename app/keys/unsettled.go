package keys

import (
	"maps"

	"accesskeys/client"
)

// Unsettled is the changes of a session of which it is not known whether they were carried out, as they are kept until
// there is a session of the same sign-in again.
type Unsettled struct {
	pending        map[string]Operation // by key ID
	unacknowledged *unacknowledgedCreates
}

// None reports whether all is known.
func (u Unsettled) None() bool { return len(u.pending) == 0 && u.unacknowledged == nil }

// UnsettledOf returns what is not known so far.
func UnsettledOf(k *Keys) Unsettled {
	k.mu.Lock()
	defer k.mu.Unlock()
	u := Unsettled{pending: map[string]Operation{}}
	for id, p := range k.pending {
		u.pending[id] = p.op
	}
	if c := k.creates.unacknowledged; c != nil {
		copied := *c
		copied.known = maps.Clone(c.known)
		u.unacknowledged = &copied
	}
	return u
}

// Adopt has the lists that are read from now on tell what became of the changes of an earlier session. It is for keys
// of which nothing was asked so far.
func Adopt(k *Keys, u Unsettled) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for id, op := range u.pending {
		k.pending[id] = pending{op: op}
	}
	if u.unacknowledged != nil {
		k.creates.unacknowledged = u.unacknowledged
		k.creates.unacknowledged.at = 0
	}
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

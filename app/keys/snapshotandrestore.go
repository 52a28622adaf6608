package keys

import (
	"slices"
	"time"

	"accesskeys/client"
)

// Edition identifies a state of the list.
type Edition struct {
	Number int       // how often the list has changed
	ReadAt time.Time // when it was requested from the server
}

// Restore shows the list of an earlier session until a list is read. It returns the Edition of the list.
func (k *Keys) Restore(list []client.AccessKey, readAt time.Time) Edition {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.list.set(list)
	k.owner.learn(list, k.backend.KeyID())
	k.list.fresh.ReadAt = readAt
	return Edition{Number: k.list.edits, ReadAt: readAt}
}

// Snapshot returns a copy of the list and its Edition. ok is false if the list is partial, was not read in this session,
// or wanted returns false.
func (k *Keys) Snapshot(wanted func(Edition) bool) (list []client.AccessKey, e Edition, ok bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	e = Edition{Number: k.list.edits, ReadAt: k.list.fresh.ReadAt}
	if !k.list.fresh.Current || k.list.partial() || !wanted(e) {
		return nil, e, false
	}
	return slices.Clone(k.list.keys), e, true
}

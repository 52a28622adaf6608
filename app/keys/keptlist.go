package keys

import (
	"slices"
	"time"

	"accesskeys/client"
)

// Edition tells one state of the list from others.
type Edition struct {
	Number int       // how often the list had changed
	ReadAt time.Time // when the server gave it
}

// Restore shows the list of an earlier session until one is read, and returns which one it is.
func (k *Keys) Restore(list []client.AccessKey, readAt time.Time) Edition {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.list.set(list)
	k.owner.learn(list, k.backend.KeyID())
	k.list.fresh.ReadAt = readAt
	return Edition{Number: k.list.edits, ReadAt: readAt}
}

// Snapshot returns a copy of the list and which one it is, if it is whole, was read in this session, and wanted says
// so.
func (k *Keys) Snapshot(wanted func(Edition) bool) (list []client.AccessKey, e Edition, ok bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	e = Edition{Number: k.list.edits, ReadAt: k.list.fresh.ReadAt}
	if !k.list.fresh.Current || k.list.partial() || !wanted(e) {
		return nil, e, false
	}
	return slices.Clone(k.list.keys), e, true
}

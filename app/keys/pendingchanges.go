package keys

import (
	"cmp"
	"maps"
	"slices"

	"accesskeys/client"
)

// pending is a change that may or may not have been carried out.
type pending struct {
	op Operation
	at int // on the clock, when it ended
}

// outcomes is the changes whose outcome is not known, by key ID.
type outcomes map[string]pending

// Resolved is the outcome of a change that had been pending, as the server shows it.
type Resolved struct {
	ID     string // "" if no key was created so far
	Op     Operation
	Result Result       // ResultDone or ResultNotDone
	State  client.State // what the key is now; StateDeleted also when it is no longer there
}

// resolve removes and returns the outcomes that a list shows. The list shows changes that ended by known. A list that is
// not whole only shows changes that were carried out.
func (o outcomes) resolve(list []client.AccessKey, known int, whole bool) []Resolved {
	var resolved []Resolved
	for _, id := range slices.SortedFunc(maps.Keys(o), func(a, b string) int {
		return cmp.Or(cmp.Compare(o[a].at, o[b].at), cmp.Compare(a, b))
	}) {
		p := o[id]
		if p.at > known {
			continue
		}
		key := found(list, id)
		if !whole && (key.ID == "" || key.State != p.op.target()) {
			continue
		}
		delete(o, id)
		s := Resolved{ID: id, Op: p.op, Result: ResultNotDone, State: key.State}
		if s.State == p.op.target() {
			s.Result = ResultDone
		}
		resolved = append(resolved, s)
	}
	return resolved
}

// AnyPending reports whether the outcome of any change is not known.
func AnyPending(k *Keys) bool { return anyPendingSince(k, -1) }

// anyPendingSince is AnyPending for changes that ended after a time on the clock.
func anyPendingSince(k *Keys, at int) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, p := range k.pending {
		if p.at > at {
			return true
		}
	}
	c := k.creates.pending
	return c != nil && !c.read && c.at > at
}

// resolveLockedOut is for when the server no longer accepts the session's own key. If disabling or deleting that key was
// pending, it was carried out.
func (k *Keys) resolveLockedOut() {
	id := k.backend.KeyID()
	k.mu.Lock()
	p, ok := k.pending[id]
	ok = ok && locksOut(p.op, id, id)
	if ok {
		delete(k.pending, id)
		k.list.record(id, k.clock.tick(), change{state: p.op.target()})
	}
	k.mu.Unlock()
	if ok {
		k.Changed.Emit(struct{}{})
		k.Resolved.Emit(Resolved{ID: id, Op: p.op, Result: ResultDone, State: p.op.target()})
		savePending(k)
	}
}

package keys

import (
	"cmp"
	"maps"
	"slices"

	"accesskeys/client"
)

// pending is a change of which nobody knows whether it was carried out.
type pending struct {
	op Operation
	at int // on the clock, when that was so
}

// outcomes is the changes whose outcome is not known, by key ID.
type outcomes map[string]pending

// Resolved is what became of a change of which it had not been known, as far as the server shows.
type Resolved struct {
	ID     string // "" where no key was created so far
	Op     Operation
	Result Result       // ResultDone or ResultNotDone
	State  client.State // what the key is now; StateDeleted also when it is no longer there
}

// resolve returns what a list tells that knows of all up to known on the clock. One that is not whole tells only of
// what is in it as it should be.
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

// AnyPending reports whether it is not known of a change whether it was carried out.
func AnyPending(k *Keys) bool { return anyPendingSince(k, -1) }

// anyPendingSince reports that of those that ended after a time on the clock.
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

// resolveLockedOut takes note that the session's own key is not accepted any more, if that was asked for.
func (k *Keys) resolveLockedOut() {
	id := k.backend.KeyID()
	k.mu.Lock()
	p, ok := k.pending[id]
	ok = ok && locksOut(p.op, id, id)
	if ok {
		delete(k.pending, id)
		k.list.note(id, k.clock.tick(), change{state: p.op.target()})
	}
	k.mu.Unlock()
	if ok {
		k.Changed.Emit(struct{}{})
		k.Resolved.Emit(Resolved{ID: id, Op: p.op, Result: ResultDone, State: p.op.target()})
		note(k, func() {})
	}
}

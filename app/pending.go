package app

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

// Settled is what became of a change of which it had not been known, as far as the server shows.
type Settled struct {
	ID     string // "" where no key was created so far
	Op     Operation
	Result Result       // ResultDone or ResultNotDone
	State  client.State // what the key is now; StateDeleted also when it is no longer there
}

// OnSettled has f called, on the goroutine that found out, with what became of each change that ended
// with an uncertain error: once, as soon as the list has been read. A created key that is listed late is
// told even if it was told before that there is none so far.
func (k *Keys) OnSettled(f func(Settled)) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.onSettled = f
}

// settle returns what a list tells that knows of all up to known on the clock. One that is not whole tells only of
// what is in it as it should be. k.mu is held.
func (k *Keys) settle(list []client.AccessKey, known int, whole bool) []Settled {
	var settled []Settled
	for _, id := range slices.SortedFunc(maps.Keys(k.pending), func(a, b string) int {
		return cmp.Or(cmp.Compare(k.pending[a].at, k.pending[b].at), cmp.Compare(a, b))
	}) {
		p := k.pending[id]
		if p.at > known {
			continue
		}
		key := found(list, id)
		if !whole && (key.ID == "" || key.State != p.op.target()) {
			continue
		}
		delete(k.pending, id)
		s := Settled{ID: id, Op: p.op, Result: ResultNotDone, State: key.State}
		if s.State == p.op.target() {
			s.Result = ResultDone
		}
		settled = append(settled, s)
	}
	return append(settled, k.settleCreates(list, known, whole)...)
}

// settleLockedOut takes note that the session's own key is not accepted any more, if that was asked for.
func (k *Keys) settleLockedOut() {
	id := k.backend.KeyID()
	k.mu.Lock()
	p, ok := k.pending[id]
	ok = ok && k.locksOut(p.op, id)
	if ok {
		delete(k.pending, id)
		k.note(id, change{state: p.op.target()})
	}
	k.mu.Unlock()
	if ok {
		k.changed()
		k.tell(Settled{ID: id, Op: p.op, Result: ResultDone, State: p.op.target()})
	}
}

// tell tells of what has been settled. k.mu is not held.
func (k *Keys) tell(settled ...Settled) {
	k.mu.Lock()
	f := k.onSettled
	k.mu.Unlock()
	for _, s := range settled {
		if f != nil {
			f(s)
		}
	}
}

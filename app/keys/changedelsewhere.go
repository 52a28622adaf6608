package keys

import (
	"time"

	"accesskeys/client"
)

// OpElsewhere is what Acted tells of a key that is in another state than was known, though nothing was done to it here.
const OpElsewhere Operation = "elsewhere"

// notice tells that a key is not what it was when a change of it began, though that was not done. Where it is not known
// whether it was, Resolved tells.
func (w *Work) notice(err error) {
	if err == nil || Uncertain(err) {
		return
	}
	k := w.keys
	k.mu.Lock()
	now, listed := k.list.find(w.id)
	known := k.list.fresh.ReadAt
	k.mu.Unlock()
	if state := stateOf(now, listed); state != w.before {
		k.Acted.Emit(Act{Op: OpElsewhere, ID: w.id, State: state, Known: known})
	}
}

// stateOf is what a key is: deleted where it is not listed.
func stateOf(a client.AccessKey, listed bool) client.State {
	if !listed {
		return client.StateDeleted
	}
	return a.State
}

// compare returns how another list differs from the one shown, where nothing that was done here explains it. Of a key
// that is being changed, or of which it is not known what became of it, that is told later. k.mu is held.
func compare(k *Keys, now []client.AccessKey, whole bool, resolved []Resolved) (found []Act) {
	known := k.list.fresh.ReadAt
	if known.IsZero() {
		return nil // there was no list
	}
	explained := map[string]bool{}
	for _, s := range resolved {
		explained[s.ID] = true
	}
	note := func(id string, state client.State) {
		if act, ok := unexplained(k, id, state, known); ok && !explained[id] {
			found = append(found, act)
		}
	}
	listed := make(map[string]bool, len(now))
	for _, a := range now {
		listed[a.ID] = true
		before, there := k.list.find(a.ID)
		if there && before.State != a.State || !there && !k.list.partial() && isOthers(k, a) {
			note(a.ID, a.State)
		}
	}
	for _, before := range k.list.keys {
		if whole && !listed[before.ID] && before.State != client.StateDeleted {
			note(before.ID, client.StateDeleted)
		}
	}
	return found
}

// isOthers reports whether a key that was not listed before was created by somebody else. k.mu is held.
func isOthers(k *Keys, a client.AccessKey) bool {
	return !k.creates.busy && k.creates.pending == nil && !k.own.made[a.ID] && a.State != client.StateDeleted
}

// unexplained is that a key is in another state, unless that is told otherwise. k.mu is held.
func unexplained(k *Keys, id string, now client.State, known time.Time) (Act, bool) {
	op := k.busy[id]
	if _, pending := k.pending[id]; pending || op != "" && op != OpReveal {
		return Act{}, false
	}
	if late, ok := k.own.late[id]; ok && late.target() == now {
		delete(k.own.late, id)
		return Act{Op: late, ID: id, State: now, Late: true}, true
	}
	return Act{Op: OpElsewhere, ID: id, State: now, Known: known}, true
}

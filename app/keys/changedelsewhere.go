package keys

import (
	"time"

	"accesskeys/client"
)

// OpElsewhere is the operation in an Act when a key is found in a new state and nothing done here explains that.
const OpElsewhere Operation = "elsewhere"

// reportElsewhere reports through Acted if a change failed with err, and yet the key is no longer in the state that it had
// when the change began. If it is uncertain whether the change was carried out, Resolved tells later.
func (w *Work) reportElsewhere(err error) {
	if err != nil && !Uncertain(err) {
		w.reportChanged(true)
	}
}

// reportListed reports through Acted if a list that was read since the work began shows the key in another state. Such a
// list says nothing about a key that is being worked on.
func (w *Work) reportListed() {
	w.reportChanged(false)
}

// reportChanged is what reportElsewhere and reportListed share. A key that a partial list lacks counts as deleted only if
// unseenToo is set.
func (w *Work) reportChanged(unseenToo bool) {
	k := w.keys
	k.mu.Lock()
	now, listed := k.list.find(w.id)
	known := k.list.fresh.ReadAt
	sure := unseenToo || listed || !k.list.partial()
	k.mu.Unlock()
	if state := stateOf(now, listed); sure && state != w.before {
		k.Acted.Emit(Act{Op: OpElsewhere, ID: w.id, State: state, Known: known})
	}
}

// stateOf returns the state of a key. A key that is not listed counts as deleted.
func stateOf(a client.AccessKey, listed bool) client.State {
	if !listed {
		return client.StateDeleted
	}
	return a.State
}

// changedElsewhere returns how a new list differs from the one shown, as far as nothing done here explains it. Keys that
// are being changed, or have a pending outcome, are left out: they are reported later. k.mu is held.
func changedElsewhere(k *Keys, now []client.AccessKey, whole bool, resolved []Resolved) (found []Act) {
	known := k.list.fresh.ReadAt
	if known.IsZero() {
		return nil // there is nothing to compare with
	}
	explained := map[string]bool{}
	for _, s := range resolved {
		explained[s.ID] = true
	}
	add := func(id string, state client.State) {
		if act, ok := unexplained(k, id, state, known); ok && !explained[id] {
			found = append(found, act)
		}
	}
	listed := make(map[string]bool, len(now))
	for _, a := range now {
		listed[a.ID] = true
		before, there := k.list.find(a.ID)
		if there && before.State != a.State || !there && !k.list.partial() && isOthers(k, a) {
			add(a.ID, a.State)
		}
	}
	for _, before := range k.list.keys {
		if whole && !listed[before.ID] && before.State != client.StateDeleted {
			add(before.ID, client.StateDeleted)
		}
	}
	return found
}

// isOthers reports whether a key that was not listed before was created elsewhere. k.mu is held.
func isOthers(k *Keys, a client.AccessKey) bool {
	return !k.creates.busy && k.creates.pending == nil && !k.own.made[a.ID] && a.State != client.StateDeleted
}

// unexplained returns the Act for a key that is found in a new state, and false if its change is reported in another way.
// k.mu is held.
func unexplained(k *Keys, id string, now client.State, known time.Time) (Act, bool) {
	if _, pending := k.pending[id]; pending || k.busy[id].Changes() {
		return Act{}, false
	}
	if late, ok := k.own.late[id]; ok && late.target() == now {
		delete(k.own.late, id)
		return Act{Op: late, ID: id, State: now, Late: true}, true
	}
	return Act{Op: OpElsewhere, ID: id, State: now, Known: known}, true
}

package keys

import (
	"errors"
	"time"

	"accesskeys/client"
)

// Act is what came of an operation on a key, or OpElsewhere.
type Act struct {
	Op    Operation
	ID    string       // "" if no key was created, or it is not listed so far
	Undo  bool         // it was to undo another
	Late  bool         // it was carried out, after a report that it was not so far
	Err   error        // nil if it was done
	State client.State // for OpElsewhere and Late, the key's state now; StateDeleted also if it is no longer listed
	Known time.Time    // for OpElsewhere, when the list was requested that showed another state
}

// ownWork is what was done here that explains why a key differs from the last list.
type ownWork struct {
	late map[string]Operation // changes that were not done when last looked, and may still be, by key ID
	made map[string]bool      // the keys that were created
	inFlight
}

// reportEnd reports through Acted how a change ended.
func (w *Work) reportEnd(err error) {
	var unacknowledged *UnacknowledgedError
	if errors.As(err, &unacknowledged) && unacknowledged.Read {
		w.keys.mu.Lock()
		w.keys.own.late[w.id] = w.op
		w.keys.mu.Unlock()
	}
	w.keys.Acted.Emit(Act{Op: w.op, ID: w.id, Undo: w.undoes, Err: err})
}

// reportCreated reports through Acted how a creation ended, and records that the keys were created here.
func reportCreated(k *Keys, ids []string, err error) {
	k.mu.Lock()
	for _, id := range ids {
		k.own.made[id] = true
	}
	k.mu.Unlock()
	for _, id := range ids {
		k.Acted.Emit(Act{Op: OpCreate, ID: id})
	}
	if len(ids) == 0 {
		k.Acted.Emit(Act{Op: OpCreate, Err: err})
	}
}

package keys

import (
	"errors"
	"time"

	"accesskeys/client"
)

// Act is what came of an operation on a key, or OpElsewhere.
type Act struct {
	Op    Operation
	ID    string       // "" where no key was created, or it is not listed so far
	Late  bool         // it was carried out after it had been told not to be so far
	Err   error        // nil where it was done
	State client.State // for OpElsewhere and Late, what the key is now; StateDeleted also when it is no longer there
	Known time.Time    // for OpElsewhere, when the list was read that knew another state
}

// doings is what explains that a key is not as the last list had it.
type doings struct {
	late map[string]Operation // what was seen not to be done, and may be done yet, by key ID
	made map[string]bool      // the keys that were created
	asking
}

// acted tells what came of a change that is about to end.
func (w *Work) acted(err error) {
	var unacknowledged *UnacknowledgedError
	if errors.As(err, &unacknowledged) && unacknowledged.Read {
		w.keys.mu.Lock()
		w.keys.own.late[w.id] = w.op
		w.keys.mu.Unlock()
	}
	w.keys.Acted.Emit(Act{Op: w.op, ID: w.id, Err: err})
}

// tellCreated tells what came of a creation, and that the keys are not somebody else's.
func tellCreated(k *Keys, ids []string, err error) {
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

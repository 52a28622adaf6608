package keys

import (
	"errors"

	"accesskeys/client"
)

// Result is what became of one key of a batch.
type Result string

// The results.
const (
	ResultDone     Result = "done"
	ResultNotDone  Result = "not-done"  // Err says why
	ResultPending  Result = "unknown"   // the server may have done it; Err says why this is not known
	ResultSkipped  Result = "skipped"   // nothing was or could be done; Skip says why
	ResultNotTried Result = "not-tried" // the batch ended first
)

// Outcome is what became of a key.
type Outcome struct {
	ID     string
	Result Result
	Skip   Skip
	State  client.State // what the key is now, for SkipChanged
	Err    error
}

// Ending is why a batch ended before its last key; "" means that it did not.
type Ending string

// The endings.
const (
	EndStopped Ending = "stopped"  // its context ended
	EndUnread  Ending = "unread"   // the list could not be read first, so nothing was tried; Err says why
	EndFailed  Ending = "failed"   // the next key would fail in the same way; Err says how
	EndOwnKept Ending = "own-kept" // the session's own key is needed to retry the keys that are left
)

// Batch is how an operation on several keys went.
type Batch struct {
	Op       Operation
	Outcomes []Outcome // in the order that the keys were named in
	Ending   Ending
	Err      error // for EndUnread and EndFailed
}

// AllDone reports whether the operation was done to every key.
func (b Batch) AllDone() bool {
	for _, o := range b.Outcomes {
		if o.Result != ResultDone {
			return false
		}
	}
	return true
}

// Done returns the keys that the operation was done to.
func (b Batch) Done() (ids []string) {
	for _, o := range b.Outcomes {
		if o.Result == ResultDone {
			ids = append(ids, o.ID)
		}
	}
	return ids
}

// Resolve records the outcome for a key whose result was ResultPending. It reports whether there was such a key.
func (b Batch) Resolve(s Resolved) bool {
	for i, o := range b.Outcomes {
		if o.ID != s.ID || o.Result != ResultPending || b.Op != s.Op {
			continue
		}
		b.Outcomes[i] = Outcome{ID: o.ID, Result: s.Result}
		if s.Result != ResultDone {
			b.Outcomes[i].Err = &UnacknowledgedError{Read: true, State: s.State, Err: o.Err}
		}
		return true
	}
	return false
}

// Left returns the keys with which the operation can be retried.
func (b Batch) Left() []string {
	var ids []string
	for _, o := range b.Outcomes {
		if o.left() {
			ids = append(ids, o.ID)
		}
	}
	return ids
}

// left reports whether the operation can be retried with the key.
func (o Outcome) left() bool {
	switch o.Result {
	case ResultPending, ResultNotTried:
		return true
	case ResultNotDone:
		var unacknowledged *UnacknowledgedError
		if errors.As(o.Err, &unacknowledged) && unacknowledged.State == client.StateDeleted {
			return false
		}
		return client.KindOf(o.Err) != client.KindNotFound
	}
	return o.Skip == SkipBusy || o.Skip == SkipPending
}

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
	ResultPending  Result = "unknown"   // the server may have done it; Err says why nobody knows
	ResultSkipped  Result = "skipped"   // there was nothing to do, or nothing that can be; Skip says why
	ResultNotTried Result = "not-tried" // the batch ended before
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
	EndUnread  Ending = "unread"   // the list could not be read first, so nothing was tried: Err
	EndFailed  Ending = "failed"   // what went wrong would go wrong again: Err
	EndOwnKept Ending = "own-kept" // without the session's own key, what is left could not be tried again
)

// Batch is how an operation on several keys went.
type Batch struct {
	Op       Operation
	Outcomes []Outcome // in the order that the keys were named in
	Ending   Ending
	Err      error // for EndUnread and EndFailed
}

// AllDone tells whether every key was done.
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

// Resolve takes note of what became of a key, and reports whether that had not been known.
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

// Left is the keys that the operation may be tried with again.
func (b Batch) Left() []string {
	var ids []string
	for _, o := range b.Outcomes {
		if o.left() {
			ids = append(ids, o.ID)
		}
	}
	return ids
}

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

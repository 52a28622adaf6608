package keys

import (
	"context"
	"errors"
	"time"

	"accesskeys/client"
)

// badInARow is how many lost answers in a row end a batch, even though the keys can still be read.
const badInARow = 2

// Step is the progress of a batch: it is about to work on the key with this ID, the Number-th of Count.
type Step struct {
	Number, Count int
	ID            string
}

// Batch does an operation to several keys, one after another. seen is the keys as the user saw them when asked to
// confirm. tell is called before each key. When ctx ends, the batch ends after the current key, which has a time limit of
// its own.
//
// The list is read first. A key whose state has changed since the user saw it is skipped. If the server refuses the
// change of one key, the next one is tried. The batch ends if the next key would fail in the same way: the session's key
// is not accepted, the window is locked, or the server asks to wait or cannot be reached. If the answer to a change is
// lost, the key is read. If that fails, or if the answer for the next key is lost too, the batch ends.
//
// The session's own key is disabled or deleted last, because the server accepts no request after that, and only if no
// other key has to be retried.
func (k *Keys) Batch(ctx context.Context, op Operation, seen []Key, tell func(Step)) Batch {
	return (&batchRun{keys: k, op: op}).all(ctx, seen, tell)
}

// all does the operation to every key.
func (r *batchRun) all(ctx context.Context, seen []Key, tell func(Step)) Batch {
	r.outcomes = make(map[string]Outcome, len(seen))
	order := InOrder(r.op, seen)
	r.readFirst(ctx)
	for i, s := range order {
		r.mayGoOn(ctx, s.ID)
		if r.ending != "" {
			r.outcomes[s.ID] = Outcome{ID: s.ID, Result: ResultNotTried}
			continue
		}
		tell(Step{Number: i + 1, Count: len(order), ID: s.ID})
		o := r.one(ctx, s)
		r.outcomes[s.ID] = o
		r.left = r.left || o.left()
	}
	return r.batch(seen)
}

// batchRun is a batch under way.
type batchRun struct {
	keys     *Keys
	op       Operation
	outcomes map[string]Outcome
	left     bool // there are keys that the operation may be tried with again
	ending   Ending
	err      error
	bad      int // how many changes in a row had their answer lost, though the key could be read

	leftAt map[string]time.Time // by ID: when the key was last changed; one that was changed since is skipped
}

// InOrder returns the keys in the order in which Batch works on them: each once, and the session's own key last if the
// operation locks it out.
func InOrder(op Operation, seen []Key) []Key {
	named := make(map[string]bool, len(seen))
	var order, own []Key
	for _, s := range seen {
		switch {
		case named[s.ID]:
		case s.Own && op != OpEnable:
			own = append(own, s)
		default:
			order = append(order, s)
		}
		named[s.ID] = true
	}
	return append(order, own...)
}

// readFirst reads the list. The batch ends if that fails.
func (r *batchRun) readFirst(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, r.keys.backend.Network().WaitLimit())
	defer cancel()
	switch err := r.keys.Load(ctx); {
	case errors.Is(ctx.Err(), context.Canceled):
		r.ending = EndStopped
	case err != nil:
		r.ending, r.err = EndUnread, err
	}
}

// mayGoOn ends the batch if the key must not be tried.
func (r *batchRun) mayGoOn(ctx context.Context, id string) {
	switch {
	case r.ending != "":
	case ctx.Err() != nil:
		r.ending = EndStopped
	case r.left && locksOut(r.op, id, r.keys.backend.KeyID()):
		r.ending = EndOwnKept
	}
}

// batch returns the result, in the order of seen.
func (r *batchRun) batch(seen []Key) Batch {
	b := Batch{Op: r.op, Ending: r.ending, Err: r.err}
	for _, s := range seen {
		if o, ok := r.outcomes[s.ID]; ok {
			b.Outcomes = append(b.Outcomes, o)
			delete(r.outcomes, s.ID) // a key may be named twice
		}
	}
	return b
}

// one does the operation to a key, unless it is to be skipped.
func (r *batchRun) one(ctx context.Context, seen Key) Outcome {
	id := seen.ID
	key, listed := r.keys.Find(id)
	if !listed && r.keys.Partial() {
		return skipped(id, SkipUnseen)
	}
	if why := SkipOf(r.op, key, listed); why != "" {
		return skipped(id, why)
	}
	if key.State != seen.State {
		return changedMeanwhile(id, key.State)
	}
	if touched(r.leftAt[id], key.UpdatedAt) {
		return skipped(id, SkipTouched)
	}
	return r.outcomeOf(id, r.limited(ctx, id))
}

// outcomeOf returns the outcome for a key when the operation returned err.
func (r *batchRun) outcomeOf(id string, err error) Outcome {
	var changed *ChangedError
	switch {
	case err == nil:
		r.bad = 0
		return Outcome{ID: id, Result: ResultDone}
	case errors.Is(err, ErrBusy):
		return skipped(id, SkipBusy)
	case errors.Is(err, ErrPending):
		return skipped(id, SkipPending)
	case errors.Is(err, ErrUnseen):
		return skipped(id, SkipUnseen)
	case errors.Is(err, ErrUnreadable):
		return skipped(id, SkipUnreadable)
	case errors.Is(err, ErrNotListed):
		return skipped(id, SkipNotListed)
	case errors.Is(err, ErrDeleted):
		return skipped(id, SkipDeleted)
	case errors.As(err, &changed):
		r.bad = 0
		return changedMeanwhile(id, changed.State)
	}
	return r.failed(id, err)
}

func changedMeanwhile(id string, now client.State) Outcome {
	if now == client.StateDeleted {
		return skipped(id, SkipDeleted)
	}
	o := skipped(id, SkipChanged)
	o.State = now
	return o
}

func skipped(id string, why Skip) Outcome {
	return Outcome{ID: id, Result: ResultSkipped, Skip: why}
}

// limited does the operation to a key, within the time limit for one key.
func (r *batchRun) limited(ctx context.Context, id string) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), r.keys.backend.Network().WaitLimit())
	defer cancel()
	return do(ctx, r.keys, r.op, id, r.leftAt != nil)
}

// failed returns the outcome for a key whose operation failed, and ends the batch if the next key would fail too.
func (r *batchRun) failed(id string, err error) Outcome {
	var unacknowledged *UnacknowledgedError
	switch looked := errors.As(err, &unacknowledged); {
	case looked && !unacknowledged.Read && general(unacknowledged.unread):
		r.end(unacknowledged.unread)
	case looked && !unacknowledged.Read, general(err), !looked && client.KindOf(err) == client.KindUnreachable:
		r.end(err)
	case !looked:
		r.bad = 0
	default:
		if r.bad++; r.bad == badInARow {
			r.end(err)
		}
	}
	if Uncertain(err) {
		return Outcome{ID: id, Result: ResultPending, Err: err}
	}
	return Outcome{ID: id, Result: ResultNotDone, Err: err}
}

func (r *batchRun) end(err error) { r.ending, r.err = EndFailed, err }

// general reports whether an error is about the server, the connection or the session's own key, not about one key.
func general(err error) bool {
	switch client.KindOf(err) {
	case client.KindUnauthorized, client.KindClock, client.KindThrottled, client.KindCertificate,
		client.KindRedirect, client.KindFronted, client.KindEdition, client.KindVersion, client.KindLocked,
		client.KindNotTLS, client.KindWantsTLS, client.KindNoOwnCertificate, client.KindOwnCertificate,
		client.KindProxy, client.KindProxyAuth, client.KindProxyLogin, client.KindProxyRefused, client.KindProxySocks,
		client.KindSettings:
		return true
	}
	return false
}

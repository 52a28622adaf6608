package keys

import (
	"context"
	"errors"
	"time"

	"accesskeys/client"
)

// badInARow is how many keys of which the server did not make sense, although it lists them, end a batch.
const badInARow = 2

// Step is how far a batch is: the key that it begins with now is the Number-th of Count.
type Step struct {
	Number, Count int
	ID            string
}

// Batch does an operation to several keys as a user saw them when they were asked, one after another; tell
// is called at the beginning of each. What ctx ends is the batch, not the key that it is at: that one is
// finished, in a time limit of its own.
//
// The list is read first, and what is in another state by now is left alone. A refusal is about one key, and
// the next one is tried. The batch ends where the next one would fare no better: the session's key is not
// accepted, the window is locked, the server asks to wait or cannot be reached. Where the answer is lost,
// the key is read. If that works, the server is there, and the batch goes on, unless the same happens with
// the next key; if not, it ends.
//
// The session's own key is disabled or deleted last, as nothing is let in afterwards, and only if what is
// left then need not be tried again.
func (k *Keys) Batch(ctx context.Context, op Operation, seen []Key, tell func(Step)) Batch {
	return (&batchRun{keys: k, op: op}).all(ctx, seen, tell)
}

// all does it to every key.
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
	bad      int // keys in a row of which the server did not make sense

	leftAt map[string]time.Time // by ID: a key must not have been changed since then, and back again, either
}

// InOrder returns the keys in the order that Batch does an operation to them: each once, the session's own at the end
// if the operation locks it out.
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

// readFirst reads the list, without which nothing is done.
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

// mayGoOn ends the batch before a key that is not to be tried.
func (r *batchRun) mayGoOn(ctx context.Context, id string) {
	switch {
	case r.ending != "":
	case ctx.Err() != nil:
		r.ending = EndStopped
	case r.left && locksOut(r.op, id, r.keys.backend.KeyID()):
		r.ending = EndOwnKept
	}
}

// batch is how it went, in the order that the keys were named in.
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
	err := r.limited(ctx, id)
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

// limited does the operation to a key in the time that one has.
func (r *batchRun) limited(ctx context.Context, id string) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), r.keys.backend.Network().WaitLimit())
	defer cancel()
	return r.keys.Do(ctx, r.op, id)
}

// failed judges an error: what it means for its key, and for the batch.
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

// general tells whether an error is about whom or what is asked, and not about the key.
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

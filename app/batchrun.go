package app

import (
	"context"
	"errors"
	"time"

	"accesskeys/client"
)

const (
	batchLimit = 45 * time.Second // for each key of a batch
	badInARow  = 2                // keys of which the server did not make sense, although it lists them, end a batch
)

// Step is how far a batch is: the key that it begins with now is the Number-th of Count.
type Step struct {
	Number, Count int
	ID            string
}

// Batch does an operation to several keys, one after another; tell is called at the beginning of each. What
// ctx ends is the batch, not the key that it is at: that one is finished, in a time limit of its own.
//
// A refusal is about one key, and the next one is tried. The batch ends where the next one would fare no
// better: the session's key is not accepted, the window is locked, the server asks to wait or cannot be
// reached. Where it is not known whether a key was done, the list tells. If that can be read, the server is
// there, and the batch goes on, unless the same happens with the next key; if not, it ends.
//
// The session's own key is disabled or deleted last, as nothing is let in afterwards, and only if what is
// left then need not be tried again.
func (k *Keys) Batch(ctx context.Context, op Operation, ids []string, tell func(Step)) Batch {
	order := k.ownLast(op, ids)
	r := &batchRun{keys: k, op: op, outcomes: make(map[string]Outcome, len(order))}
	for i, id := range order {
		r.mayGoOn(ctx, id)
		if r.ending != "" {
			r.outcomes[id] = Outcome{ID: id, Result: ResultNotTried}
			continue
		}
		tell(Step{Number: i + 1, Count: len(order), ID: id})
		o := r.one(ctx, id)
		r.outcomes[id] = o
		r.left = r.left || o.left()
	}
	return r.batch(ids)
}

// ownLast returns each key once, the session's own at the end if the operation locks it out.
func (k *Keys) ownLast(op Operation, ids []string) []string {
	ownNamed := false
	seen := make(map[string]bool, len(ids))
	var order []string
	for _, id := range ids {
		switch {
		case seen[id]:
		case k.locksOut(op, id):
			ownNamed = true
		default:
			order = append(order, id)
		}
		seen[id] = true
	}
	if ownNamed {
		order = append(order, k.backend.KeyID())
	}
	return order
}

// locksOut tells whether nothing is let in once the operation was done to the key.
func (k *Keys) locksOut(op Operation, id string) bool {
	return op != OpEnable && id == k.backend.KeyID()
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
}

// mayGoOn ends the batch before a key that is not to be tried.
func (r *batchRun) mayGoOn(ctx context.Context, id string) {
	switch {
	case r.ending != "":
	case ctx.Err() != nil:
		r.ending = EndStopped
	case r.left && r.keys.locksOut(r.op, id):
		r.ending = EndOwnKept
	}
}

// batch is how it went, in the order that the keys were named in.
func (r *batchRun) batch(ids []string) Batch {
	b := Batch{Op: r.op, Ending: r.ending, Err: r.err}
	for _, id := range ids {
		if o, ok := r.outcomes[id]; ok {
			b.Outcomes = append(b.Outcomes, o)
			delete(r.outcomes, id) // a key may be named twice
		}
	}
	return b
}

func (r *batchRun) one(ctx context.Context, id string) Outcome {
	key, listed := r.keys.Find(id)
	if why := SkipOf(r.op, key, listed); why != "" {
		return skipped(id, why)
	}
	err := r.keys.limited(ctx, r.op, id)
	switch {
	case err == nil:
		r.bad = 0
		return Outcome{ID: id, Result: ResultDone}
	case errors.Is(err, ErrBusy):
		return skipped(id, SkipBusy)
	case errors.Is(err, ErrNotListed):
		return skipped(id, SkipNotListed)
	case errors.Is(err, ErrDeleted):
		return skipped(id, SkipDeleted)
	}
	return r.failed(ctx, id, err)
}

func skipped(id string, why Skip) Outcome {
	return Outcome{ID: id, Result: ResultSkipped, Skip: why}
}

// limited does the operation to a key in the time that one has.
func (k *Keys) limited(ctx context.Context, op Operation, id string) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), batchLimit)
	defer cancel()
	switch op {
	case OpEnable:
		return k.Enable(ctx, id)
	case OpDisable:
		return k.Disable(ctx, id)
	}
	return k.Delete(ctx, id)
}

// failed judges an error: what it means for its key, and for the batch.
func (r *batchRun) failed(ctx context.Context, id string, err error) Outcome {
	notDone := Outcome{ID: id, Result: ResultNotDone, Err: err}
	switch {
	case general(err):
		r.end(err)
		return notDone
	case !suspect(err):
		r.bad = 0
		return notDone
	}
	o, unread := r.keys.settled(ctx, r.op, Outcome{ID: id, Result: uncertainty(err), Err: err})
	switch {
	case unread != nil && general(unread):
		r.end(unread)
	case unread != nil:
		r.end(err)
	case o.Result == ResultDone:
		r.bad = 0
	default:
		if r.bad++; r.bad == badInARow {
			r.end(err)
		}
	}
	return o
}

func (r *batchRun) end(err error) { r.ending, r.err = EndFailed, err }

func uncertainty(err error) Result {
	if Uncertain(err) {
		return ResultUnknown
	}
	return ResultNotDone
}

// general tells whether an error is about whom or what is asked, and not about the key.
func general(err error) bool {
	switch client.KindOf(err) {
	case client.KindUnauthorized, client.KindClock, client.KindThrottled, client.KindCertificate,
		client.KindRedirect, client.KindFronted, client.KindEdition, client.KindVersion:
		return true
	}
	return false
}

// suspect tells whether an error leaves open what is wrong: the key, or the server and the way to it.
func suspect(err error) bool {
	return Uncertain(err) || client.KindOf(err) == client.KindUnreachable
}

package keys

import (
	"context"
	"time"

	"accesskeys/client"
)

// Do begins an operation on a key and does it: see Begin and Work.Do.
func (k *Keys) Do(ctx context.Context, op Operation, id string) error {
	return do(ctx, k, op, id, false)
}

// do is Do. undoes is whether the operation undoes another.
func do(ctx context.Context, k *Keys, op Operation, id string, undoes bool) error {
	w, err := k.Begin(op, id)
	if err != nil {
		return err
	}
	w.undoes = undoes
	return w.Do(ctx)
}

// Work is an operation on a key that has begun: the key is busy until one of Do, DoAsSeen, Reveal and Cancel returns. It
// must be followed by exactly one of them.
type Work struct {
	keys *Keys
	op   Operation
	id   string

	undoes    bool         // it undoes another operation
	before    client.State // the key's, when it began
	updatedAt time.Time    // when the server last changed it, as it was read last
}

// Do enables, disables or deletes the key. Deleting is permanent and removes its secret from the vault. If the server has
// no such key, deleting succeeds and removes the key from the list. The errors of Do are a *ChangedError if the server
// refuses because the key's state has changed, a *UnacknowledgedError, ErrSignedOut, and the client's. The vault's errors
// go to VaultTrouble.
func (w *Work) Do(ctx context.Context) error { return w.do(ctx, nil) }

// do does the operation, unless check returns an error, and updates the list with what is known of the key then.
func (w *Work) do(ctx context.Context, check func() (*change, error)) error {
	if err := w.start(); err != nil {
		return err
	}
	var c *change
	var err error
	if check != nil {
		c, err = check()
	}
	if err == nil {
		updatePending(w.keys, func() { w.keys.own.changes[w.id] = w.op })
		c, err = w.attempt(ctx)
	}
	w.reportEnd(err)
	w.finish(func(k *Keys) {
		if c != nil {
			k.list.record(w.id, k.clock.tick(), *c)
		}
		if Uncertain(err) {
			k.pending[w.id] = pending{op: w.op, at: k.clock.tick()}
		}
	})
	w.reportElsewhere(err)
	if c != nil && c.state == client.StateDeleted {
		w.keys.prune(ctx, w.id)
	}
	return err
}

// attempt asks the server for the change. It returns what is known of the key then, or nil if that is nothing new.
func (w *Work) attempt(ctx context.Context) (*change, error) {
	err := w.ask(ctx)
	switch {
	case err == nil:
		return &change{state: w.op.target()}, nil
	case unacknowledged(err): // also a refusal of a retry, since the first attempt may have been carried out
		return w.verify(ctx, err)
	case client.KindOf(err) == client.KindRefused, client.KindOf(err) == client.KindNotFound:
		return w.refused(ctx, err)
	}
	return nil, orMoved(ctx, w.keys.backend, err)
}

func (w *Work) ask(ctx context.Context) error {
	switch w.op {
	case OpEnable:
		return w.keys.backend.Enable(ctx, w.id)
	case OpDisable:
		return w.keys.backend.Disable(ctx, w.id)
	}
	return w.keys.backend.Delete(ctx, w.id)
}

// start ends the work and returns ErrSignedOut if the session has been left since Begin.
func (w *Work) start() error {
	w.keys.mu.Lock()
	retired := w.keys.retired != nil
	w.keys.mu.Unlock()
	if !retired {
		return nil
	}
	w.drop()
	return ErrSignedOut
}

// Operation is what is being done to a key; "" is nothing. The values are stable names.
type Operation string

// The operations.
const (
	OpEnable  Operation = "enable"
	OpDisable Operation = "disable"
	OpDelete  Operation = "delete"
	OpReveal  Operation = "reveal"
	OpCreate  Operation = "create"
)

// Changes reports whether the operation changes a key. No operation, "", does not.
func (op Operation) Changes() bool { return op != "" && op != OpReveal }

// locksOut reports whether the server accepts no request of the session once the operation is done to the key. own is the
// session's own key.
func locksOut(op Operation, id, own string) bool { return op != OpEnable && id == own }

// target returns the state of a key once the operation is done.
func (op Operation) target() client.State {
	switch op {
	case OpEnable:
		return client.StateEnabled
	case OpDisable:
		return client.StateDisabled
	}
	return client.StateDeleted
}

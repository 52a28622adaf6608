package keys

import (
	"context"
	"time"

	"accesskeys/client"
)

// Do begins an operation on a key and does it: see Begin and Work.Do.
func (k *Keys) Do(ctx context.Context, op Operation, id string) error {
	w, err := k.Begin(op, id)
	if err != nil {
		return err
	}
	return w.Do(ctx)
}

// Work is an operation on a key that has begun: the key is busy until one of Do, DoAsSeen and Reveal returns. It must
// be followed by exactly one of them.
type Work struct {
	keys *Keys
	op   Operation
	id   string

	before    client.State // the key's, when it began
	updatedAt time.Time    // when the server last changed it, as it was read last
}

// Do enables, disables or deletes the key. Deleting is for good, and removes its secret from the vault; that the server
// has no such key is success, and takes it out of the list. The errors of Do are a *ChangedError where the server
// refuses because the key is in another state by now, a *UnacknowledgedError, ErrSignedOut, and the client's; the vault's go to
// VaultTrouble.
func (w *Work) Do(ctx context.Context) error { return w.do(ctx, nil) }

// do does the operation unless check has an error, and takes note of what is known of the key then.
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
		note(w.keys, func() { w.keys.own.changes[w.id] = w.op })
		c, err = w.attempt(ctx)
	}
	w.acted(err)
	w.finish(func(k *Keys) {
		if c != nil {
			k.list.note(w.id, k.clock.tick(), *c)
		}
		if Uncertain(err) {
			k.pending[w.id] = pending{op: w.op, at: k.clock.tick()}
		}
	})
	w.notice(err)
	if c != nil && c.state == client.StateDeleted {
		w.keys.prune(ctx, w.id)
	}
	return err
}

// attempt asks the server for a change. It returns what is known of the key then, nil for nothing new.
func (w *Work) attempt(ctx context.Context) (*change, error) {
	err := w.ask(ctx)
	switch {
	case err == nil:
		return &change{state: w.op.target()}, nil
	case unacknowledged(err): // also a refusal, which may come of an earlier attempt that was carried out
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

// start returns ErrSignedOut, and ends the work, where the session was left since it began.
func (w *Work) start() error {
	w.keys.mu.Lock()
	retired := w.keys.retired != nil
	w.keys.mu.Unlock()
	if !retired {
		return nil
	}
	w.finish(func(*Keys) {})
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

// locksOut tells whether nothing is let in once the operation was done to a key. own is the session's own key.
func locksOut(op Operation, id, own string) bool { return op != OpEnable && id == own }

// target is the state of a key that the operation was done to.
func (op Operation) target() client.State {
	switch op {
	case OpEnable:
		return client.StateEnabled
	case OpDisable:
		return client.StateDisabled
	}
	return client.StateDeleted
}

package keys

import (
	"context"

	"accesskeys/client"
)

// Do enables, disables or deletes a key. Deleting is for good, and removes its secret from the vault; that the server
// has no such key is success, and takes it out of the list. The errors of Do are ErrBusy, ErrPending, ErrNotListed,
// ErrDeleted, a *ChangedError where the server refuses because the key is in another state by now, a *LostError, and
// the client's; the vault's go to OnVaultTrouble.
func (k *Keys) Do(ctx context.Context, op Operation, id string) error {
	w := work{keys: k, op: op, id: id}
	return w.do(ctx, nil)
}

// DoAsSeen does an operation to a key as a user saw it when they were asked: the key is read first, and
// left alone when it is in another state by now, which is a *ChangedError, or cannot be read, which is an
// *UncheckedError. Other errors are as with Do.
func (k *Keys) DoAsSeen(ctx context.Context, op Operation, seen Key) error {
	w := work{keys: k, op: op, id: seen.ID}
	return w.do(ctx, func() (*change, error) { return w.recheck(ctx, seen) })
}

// work is an operation on a key under way.
type work struct {
	keys *Keys
	op   Operation
	id   string
}

// do does the operation to a key that is not being worked on, unless check has an error, and takes note of
// what is known of the key then.
func (w *work) do(ctx context.Context, check func() (*change, error)) error {
	if err := w.begin(); err != nil {
		return err
	}
	var c *change
	var err error
	if check != nil {
		c, err = check()
	}
	if err == nil {
		c, err = w.attempt(ctx)
	}
	w.finish(func(k *Keys) {
		if c != nil {
			k.list.note(w.id, k.clock.tick(), *c)
		}
		if Uncertain(err) {
			k.pending[w.id] = pending{op: w.op, at: k.clock.tick()}
		}
	})
	if c != nil && c.state == client.StateDeleted {
		w.keys.prune(ctx, w.id)
	}
	return err
}

// attempt asks the server for a change. It returns what is known of the key then, nil for nothing new.
func (w *work) attempt(ctx context.Context) (*change, error) {
	err := w.ask(ctx)
	switch {
	case err == nil:
		return &change{state: w.op.target()}, nil
	case lost(err): // also a refusal, which may come of an earlier attempt that was carried out
		return w.verify(ctx, err)
	case client.KindOf(err) == client.KindRefused, client.KindOf(err) == client.KindNotFound:
		return w.refused(ctx, err)
	}
	return nil, orMoved(ctx, w.keys.backend, err)
}

func (w *work) ask(ctx context.Context) error {
	switch w.op {
	case OpEnable:
		return w.keys.backend.Enable(ctx, w.id)
	case OpDisable:
		return w.keys.backend.Disable(ctx, w.id)
	}
	return w.keys.backend.Delete(ctx, w.id)
}

// begin marks the key as being worked on, and tells of that.
func (w *work) begin() error {
	if err := w.mark(); err != nil {
		return err
	}
	w.keys.listeners.changed()
	return nil
}

func (w *work) mark() error {
	k := w.keys
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.retired != nil {
		return ErrSignedOut
	}
	if k.busy[w.id] != "" {
		return ErrBusy
	}
	if _, unknown := k.pending[w.id]; unknown && w.op != OpReveal {
		return ErrPending
	}
	if err := k.list.alive(string(w.op)+" access key", w.id); err != nil {
		return err
	}
	if a, _ := k.list.find(w.id); a.State == client.StateUnreadable {
		return ErrUnreadable
	}
	k.busy[w.id] = w.op
	return nil
}

// finish takes the mark away, calls update with the keys locked, and tells of both at once.
func (w *work) finish(update func(*Keys)) {
	k := w.keys
	k.mu.Lock()
	delete(k.busy, w.id)
	update(k)
	k.mu.Unlock()
	k.listeners.changed()
	k.rest()
}

package app

import (
	"context"

	"accesskeys/client"
)

// Enable makes a disabled key work again. Its errors are ErrBusy, ErrPending, ErrNotListed, ErrDeleted, a
// *ChangedError where the server refuses because the key is in another state by now, a *LostError, and the
// client's.
func (k *Keys) Enable(ctx context.Context, id string) error { return k.work(ctx, OpEnable, id, nil) }

// Disable makes a key stop working until it is enabled again. Errors are as with Enable.
func (k *Keys) Disable(ctx context.Context, id string) error { return k.work(ctx, OpDisable, id, nil) }

// Delete deletes a key for good, and forgets its secret. That the server has no such key is success, and
// takes it out of the list. Errors are as with Enable; the vault's go to OnVaultTrouble.
func (k *Keys) Delete(ctx context.Context, id string) error { return k.work(ctx, OpDelete, id, nil) }

// DoAsSeen does an operation to a key as a person saw it when they were asked: the key is read first, and
// left be when it is in another state by now, which is a *ChangedError, or cannot be read, which is an
// *UncheckedError. Other errors are as with Enable.
func (k *Keys) DoAsSeen(ctx context.Context, op Operation, seen Key) error {
	return k.work(ctx, op, seen.ID, func() (*change, error) { return k.recheck(ctx, seen) })
}

// work does something to a key that is not being worked on, unless check has an error, and takes note of
// what is known of the key then.
func (k *Keys) work(ctx context.Context, op Operation, id string, check func() (*change, error)) error {
	if err := k.begin(id, op); err != nil {
		return err
	}
	k.changed()
	var c *change
	var err error
	if check != nil {
		c, err = check()
	}
	if err == nil {
		c, err = k.attempt(ctx, op, id)
	}
	k.finish(id, func() {
		if c != nil {
			k.note(id, *c)
		}
		if Uncertain(err) {
			k.clock++
			k.pending[id] = pending{op: op, at: k.clock}
		}
	})
	if c != nil && c.state == client.StateDeleted {
		k.tidy(ctx, id)
	}
	return err
}

// attempt asks the server for a change. It returns what is known of the key then, nil for nothing new.
func (k *Keys) attempt(ctx context.Context, op Operation, id string) (*change, error) {
	err := k.ask(ctx, op, id)
	switch {
	case err == nil:
		return &change{state: op.target()}, nil
	case lost(err): // also a refusal, which may come of an earlier attempt that was carried out
		return k.look(ctx, op, id, err)
	case client.KindOf(err) == client.KindRefused, client.KindOf(err) == client.KindNotFound:
		return k.refused(ctx, op, id, err)
	}
	return nil, k.orMoved(ctx, err)
}

func (k *Keys) ask(ctx context.Context, op Operation, id string) error {
	switch op {
	case OpEnable:
		return k.backend.Enable(ctx, id)
	case OpDisable:
		return k.backend.Disable(ctx, id)
	}
	return k.backend.Delete(ctx, id)
}

// begin marks a key as being worked on.
func (k *Keys) begin(id string, op Operation) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.retired != nil {
		return ErrSignedOut
	}
	if k.busy[id] != "" {
		return ErrBusy
	}
	if _, unknown := k.pending[id]; unknown && op != OpReveal {
		return ErrPending
	}
	if err := k.aliveLocked(string(op)+" access key", id); err != nil {
		return err
	}
	if k.list[k.places[id]].State == client.StateUnreadable {
		return ErrUnreadable
	}
	k.busy[id] = op
	return nil
}

// finish takes the mark away, calls update with k.mu held, and tells of both at once.
func (k *Keys) finish(id string, update func()) {
	k.mu.Lock()
	delete(k.busy, id)
	update()
	k.mu.Unlock()
	k.changed()
	k.rest()
}

// note does a change to the list shown, and remembers it for lists that are under way. k.mu is held.
func (k *Keys) note(id string, c change) {
	k.clock++
	c.at = k.clock
	k.changes[id] = c
	k.setList(c.redo(k.list, id))
}

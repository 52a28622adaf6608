package app

import (
	"context"

	"accesskeys/client"
)

// Enable makes a disabled key work again. Its errors are ErrBusy, ErrNotListed, ErrDeleted and the
// client's.
func (k *Keys) Enable(ctx context.Context, id string) error {
	return k.work(id, OpEnable, func() (change, error) {
		return change{state: client.StateEnabled}, k.backend.Enable(ctx, id)
	})
}

// Disable makes a key stop working until it is enabled again. Errors are as with Enable.
func (k *Keys) Disable(ctx context.Context, id string) error {
	return k.work(id, OpDisable, func() (change, error) {
		return change{state: client.StateDisabled}, k.backend.Disable(ctx, id)
	})
}

// Delete deletes a key for good, and forgets its secret. That the server has no such key is success, and
// takes it out of the list. Errors are as with Enable; the vault's go to OnVaultTrouble.
func (k *Keys) Delete(ctx context.Context, id string) error {
	err := k.work(id, OpDelete, func() (change, error) {
		err := k.backend.Delete(ctx, id)
		if client.KindOf(err) == client.KindNotFound {
			return change{gone: true}, nil
		}
		return change{state: client.StateDeleted}, err
	})
	if err != nil {
		return err
	}
	k.tidy(ctx, id)
	return nil
}

// work does something to a key that is not being worked on, and takes note of the outcome.
func (k *Keys) work(id string, op Operation, act func() (change, error)) error {
	if err := k.begin(id, op); err != nil {
		return err
	}
	k.changed()
	c, err := act()
	k.finish(id, func() {
		if err == nil {
			k.note(id, c)
		}
	})
	return err
}

// begin marks a key as being worked on.
func (k *Keys) begin(id string, op Operation) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.busy[id] != "" {
		return ErrBusy
	}
	if err := k.aliveLocked(string(op)+" access key", id); err != nil {
		return err
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
}

// note does a change to the list shown, and remembers it for lists that are under way. k.mu is held.
func (k *Keys) note(id string, c change) {
	k.clock++
	c.at = k.clock
	k.changes[id] = c
	k.setList(c.redo(k.list, id))
}

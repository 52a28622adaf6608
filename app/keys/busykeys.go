package keys

import "accesskeys/client"

// Begin marks a key busy with an operation, before the work itself is started. It does not block. Its errors are
// ErrBusy, ErrPending, ErrNotListed, ErrDeleted, ErrUnseen, ErrUnreadable and ErrSignedOut. A change takes over the mark of a
// fetch of the secret: a key that has leaked must be disabled at once. Whoever began the fetch then ends it.
func (k *Keys) Begin(op Operation, id string) (*Work, error) {
	w := &Work{keys: k, op: op, id: id}
	if err := w.mark(); err != nil {
		return nil, err
	}
	k.Busied.Emit(id)
	return w, nil
}

// mark marks the key busy, if it can be worked on.
func (w *Work) mark() error {
	k := w.keys
	k.mu.Lock()
	defer k.mu.Unlock()
	a, err := w.workable()
	if err != nil {
		return err
	}
	k.busy[w.id], w.before = w.op, a.State
	return nil
}

// workable returns the key, or why it cannot be worked on. k.mu is held.
func (w *Work) workable() (client.AccessKey, error) {
	k := w.keys
	if k.retired != nil {
		return client.AccessKey{}, ErrSignedOut
	}
	if now := k.busy[w.id]; now.Changes() || now != "" && !w.op.Changes() {
		return client.AccessKey{}, ErrBusy
	}
	if _, unknown := k.pending[w.id]; unknown && w.op != OpReveal {
		return client.AccessKey{}, ErrPending
	}
	if err := k.list.alive(string(w.op)+" access key", w.id); err != nil {
		return client.AccessKey{}, err
	}
	a, _ := k.list.find(w.id)
	if a.State == client.StateUnreadable {
		return client.AccessKey{}, ErrUnreadable
	}
	return a, nil
}

// finish removes the busy mark and calls update, both with k.mu held, and then reports the change.
func (w *Work) finish(update func(*Keys)) {
	k := w.keys
	updatePending(k, func() {
		delete(k.busy, w.id)
		delete(k.own.changes, w.id)
		update(k)
	})
	k.Changed.Emit(struct{}{})
	k.endIfIdle()
}

// On reports whether the work is on this key.
func (w *Work) On(id string) bool { return w.id == id }

// Cancel ends work that is not to be done after all, and removes the busy mark.
func (w *Work) Cancel() {
	w.drop()
	w.reportListed()
}

// drop removes the busy mark of work that has not changed the key, unless a change has taken it over.
func (w *Work) drop() {
	k := w.keys
	k.mu.Lock()
	if k.busy[w.id] == w.op {
		delete(k.busy, w.id)
	}
	k.mu.Unlock()
	k.Busied.Emit(w.id)
	k.endIfIdle()
}

// marks is the operations under way, by key ID.
type marks map[string]Operation

// changing reports whether any key is being changed on the server.
func (m marks) changing() bool {
	for _, op := range m {
		if op.Changes() {
			return true
		}
	}
	return false
}

package keyspage

import (
	"cmp"
	"context"
	"errors"

	"accesskeys/app/keys"
	"accesskeys/views/confirm"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

// keyActions changes one key: it asks, starts the change, and passes the result to the outcomes.
type keyActions struct {
	*scope
	display  *display
	status   *status
	outcomes *outcomes
	question *openQuestion        // the last one about a key; nil if there is none
	deleting map[string]bool      // keys that are being deleted
	inBatch  func(id string) bool // whether a key is part of a running batch

	enableAll func(left *keys.Left) // enables several keys
	giveWay   func(ids ...string)   // ends the checks and label fields of keys that are changed, the fetching of their secrets, and the offer to undo
}

// toggleState enables a disabled key, or disables an enabled one.
func (a *keyActions) toggleState(id string) {
	k, _ := a.display.list.Key(id)
	a.start(cmp.Or(keys.Toggle(k.State), keys.OpDisable), id)
}

// start starts an operation on one key. It asks before it disables or deletes it. If the operation is not possible now,
// it tells the user why.
func (a *keyActions) start(op keys.Operation, id string) {
	k, ok := a.readyKey(id)
	if !ok {
		return
	}
	if skip := keys.SkipOf(op, k, true); skip != "" {
		a.win.Toasts.Hint(words.NotPossible(op, k.State, skip))
		return
	}
	if !a.status.mayChange() {
		return
	}
	switch op {
	case keys.OpEnable:
		a.change(id, op, (*keys.Work).Do)
	case keys.OpDisable:
		a.askAbout(op, k, confirm.Disable(k, a.outcomes.known(id)))
	default:
		q := confirm.Delete(k, a.outcomes.known(id), a.tasks.Now())
		q.OnInstead = func() { a.changeAsSeen(keys.OpDisable, k) }
		a.askAbout(op, k, q)
	}
}

// idleKey returns a key, and whether it is listed and nothing is being done with it to which a change would not give way.
func (a *keyActions) idleKey(id string) (keys.Key, bool) {
	k, ok := a.display.list.Key(id)
	now, _ := a.keys.Find(id)
	k.Busy = now.Busy // an operation may have begun, or ended, after the list was drawn
	return k, ok && !k.Busy.Changes() && !a.inBatch(id)
}

// readyKey is idleKey, but tells the user when a listed key is busy.
func (a *keyActions) readyKey(id string) (keys.Key, bool) {
	k, ok := a.idleKey(id)
	if !ok && a.display.list.Shows(id) {
		a.win.Toasts.HintWhile(words.Busy(a.labels.nameOf(id)), func() bool {
			_, idle := a.idleKey(id)
			return !idle
		})
	}
	return k, ok
}

// changeAsSeen changes a key, provided it is still as the user saw it.
func (a *keyActions) changeAsSeen(op keys.Operation, seen keys.Key) {
	a.change(seen.ID, op, func(w *keys.Work, ctx context.Context) error { return w.DoAsSeen(ctx, seen) })
}

// enableAgain undoes a Disable: it enables the keys again, provided nobody has changed them since.
func (a *keyActions) enableAgain(left *keys.Left) {
	if len(left.Keys) > 1 {
		a.enableAll(left)
		return
	}
	seen := left.Keys[0]
	a.change(seen.ID, keys.OpEnable, func(w *keys.Work, ctx context.Context) error { return w.DoUntouched(ctx, left, seen) })
}

// change starts the change of one key, and says how it went. Neither logging out nor quitting interrupts it. The key is
// busy as soon as change returns, so that a second press does nothing.
func (a *keyActions) change(id string, op keys.Operation, do func(*keys.Work, context.Context) error) {
	if a.inBatch(id) {
		return
	}
	if why := whyReadOnly(a.keys.Freshness()); why != "" {
		a.about(op, id).Error(words.Sentences(words.NotDone(op, map[string]any{"ID": a.labels.nameOf(id)}), why))
		return
	}
	work, err := a.keys.Begin(op, id)
	switch {
	case errors.Is(err, keys.ErrBusy):
	case err != nil:
		a.outcomes.tellFailed(id, op, err)
	default:
		a.giveWay(id)
		a.about(op, id).WithdrawFailure()
		a.deleting[id] = op == keys.OpDelete
		a.win.Presses.Changed() // the link in the row gives way to another, now and when the change has ended
		background.GoVitalErr(a.win.Tasks, a.tasks.Limit, func(ctx context.Context) error { return do(work, ctx) }, func(err error) {
			delete(a.deleting, id)
			a.win.Presses.Changed()
			a.outcomes.tellChanged(id, op, err)
		})
	}
}

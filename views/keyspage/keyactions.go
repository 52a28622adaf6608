package keyspage

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
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
}

func (a *keyActions) toggleState(id string) {
	k, ok := a.changeableKey(id)
	switch {
	case !ok:
	case k.State == client.StateEnabled:
		a.askDisable(id)
	case k.State == client.StateDisabled:
		a.enable(id)
	default:
		a.hintStates()
	}
}

// changeOne starts an operation on one key if the key's state allows it.
func (a *keyActions) changeOne(op keys.Operation, id string) {
	if op == keys.OpDelete {
		a.askDelete(id)
		return
	}
	k, ok := a.changeableKey(id)
	switch {
	case !ok:
	case keys.SkipOf(op, k, true) != "":
		a.hintStates()
	case op == keys.OpEnable:
		a.enable(id)
	default:
		a.askDisable(id)
	}
}

func (a *keyActions) hintStates() {
	a.win.Toasts.Hint(lang.L("A key in this state can't be enabled or disabled."))
}

func (a *keyActions) enable(id string) {
	if _, ok := a.changeableKey(id); ok && a.status.mayChange() {
		a.change(id, keys.OpEnable, (*keys.Work).Do)
	}
}

func (a *keyActions) askDisable(id string) {
	if k, ok := a.changeableKey(id); ok && k.State == client.StateEnabled && a.status.mayChange() {
		a.askAbout(keys.OpDisable, k, confirm.Disable(k, a.outcomes.known(id)))
	}
}

func (a *keyActions) askDelete(id string) {
	k, ok := a.changeableKey(id)
	if !ok {
		return
	}
	if !keys.CanDelete(k.State) {
		a.win.Toasts.Hint(lang.L("This key is already deleted."))
		return
	}
	if a.status.mayChange() {
		q := confirm.Delete(k, a.outcomes.known(id), a.tasks.Now())
		q.OnInstead = func() { a.changeAsSeen(keys.OpDisable, k) }
		a.askAbout(keys.OpDelete, k, q)
	}
}

// idleKey returns a key, and whether it is listed and nothing is being done with it.
func (a *keyActions) idleKey(id string) (keys.Key, bool) {
	k, ok := a.display.list.Key(id)
	now, _ := a.keys.Find(id) // an operation may have begun after the list was drawn
	return k, ok && now.Busy == "" && !a.inBatch(id)
}

// readyKey is idleKey, but tells the user when a listed key is busy.
func (a *keyActions) readyKey(id string) (keys.Key, bool) {
	k, ok := a.idleKey(id)
	if !ok && a.display.list.Shows(id) {
		a.win.Toasts.Hint(words.Explain(keys.ErrBusy))
	}
	return k, ok
}

// hintUnreadable reports whether the app could not read what the server sent about a key. If so, it tells the user.
func (a *keyActions) hintUnreadable(k keys.Key) bool {
	if k.State != client.StateUnreadable {
		return false
	}
	a.win.Toasts.Hint(words.Explain(keys.ErrUnreadable))
	return true
}

// changeableKey returns a key, and whether it may be changed. If not, it tells the user why.
func (a *keyActions) changeableKey(id string) (keys.Key, bool) {
	k, ok := a.readyKey(id)
	if ok && k.Pending != "" {
		a.win.Toasts.Hint(words.Explain(keys.ErrPending))
		return k, false
	}
	return k, ok && !a.hintUnreadable(k)
}

// changeAsSeen changes a key, provided it is still as the user saw it.
func (a *keyActions) changeAsSeen(op keys.Operation, seen keys.Key) {
	a.change(seen.ID, op, func(w *keys.Work, ctx context.Context) error { return w.DoAsSeen(ctx, seen) })
}

// enableAgain undoes a Disable: it enables the keys again, provided nobody has changed them since.
func (a *keyActions) enableAgain(left *keys.Left) {
	if seen := left.Keys[0]; len(left.Keys) == 1 {
		a.change(seen.ID, keys.OpEnable, func(w *keys.Work, ctx context.Context) error { return w.DoUntouched(ctx, left, seen) })
		return
	}
	a.enableAll(left)
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
		a.deleting[id] = op == keys.OpDelete
		a.win.Presses.Changed() // the link in the row gives way to another, now and when the change has ended
		background.GoVitalErr(a.win.Tasks, a.tasks.Limit, func(ctx context.Context) error { return do(work, ctx) }, func(err error) {
			delete(a.deleting, id)
			a.win.Presses.Changed()
			a.outcomes.tellChanged(id, op, err)
		})
	}
}

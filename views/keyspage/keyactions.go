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

// keyActions changes one key: it asks, begins the change, and hands over how it went to the outcomes.
type keyActions struct {
	*scope
	display  *display
	status   *status
	outcomes *outcomes
	asked    *asked               // the last question about a key
	deleting map[string]bool      // keys that are being deleted
	inBatch  func(id string) bool // a key is part of a batch under way

	enableAll func(left *keys.Left) // enables several keys
}

func (a *keyActions) toggleState(id string) {
	k, ok := a.free(id)
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

// changeOne does something to one key, if its state allows it.
func (a *keyActions) changeOne(op keys.Operation, id string) {
	if op == keys.OpDelete {
		a.askDelete(id)
		return
	}
	k, ok := a.free(id)
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
	if _, ok := a.free(id); ok && a.status.mayChange() {
		a.change(id, keys.OpEnable, (*keys.Work).Do)
	}
}

func (a *keyActions) askDisable(id string) {
	if k, ok := a.free(id); ok && k.State == client.StateEnabled && a.status.mayChange() {
		a.askAbout(keys.OpDisable, k, confirm.Disable(k, a.outcomes.known(id)))
	}
}

func (a *keyActions) askDelete(id string) {
	k, ok := a.free(id)
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

// idle is a key that is listed and not being worked on.
func (a *keyActions) idle(id string) (keys.Key, bool) {
	k, ok := a.display.list.Key(id)
	now, _ := a.keys.Find(id) // the list may not show yet what has just begun
	return k, ok && now.Busy == "" && !a.inBatch(id)
}

// ready is idle, and says why where a key that is listed is not.
func (a *keyActions) ready(id string) (keys.Key, bool) {
	k, ok := a.idle(id)
	if !ok && a.display.list.Shows(id) {
		a.win.Toasts.Hint(words.Explain(keys.ErrBusy))
	}
	return k, ok
}

// unreadable reports whether what the server says of a key was not understood, and says so.
func (a *keyActions) unreadable(k keys.Key) bool {
	if k.State != client.StateUnreadable {
		return false
	}
	a.win.Toasts.Hint(words.Explain(keys.ErrUnreadable))
	return true
}

// free is an idle key that may be changed. Where it may not, that is said.
func (a *keyActions) free(id string) (keys.Key, bool) {
	k, ok := a.ready(id)
	if ok && k.Pending != "" {
		a.win.Toasts.Hint(words.Explain(keys.ErrPending))
		return k, false
	}
	return k, ok && !a.unreadable(k)
}

// changeAsSeen changes a key if it is still as the user saw it.
func (a *keyActions) changeAsSeen(op keys.Operation, seen keys.Key) {
	a.change(seen.ID, op, func(w *keys.Work, ctx context.Context) error { return w.DoAsSeen(ctx, seen) })
}

// enableAgain enables keys that were disabled, if nobody has changed them since.
func (a *keyActions) enableAgain(left *keys.Left) {
	if seen := left.Keys[0]; len(left.Keys) == 1 {
		a.change(seen.ID, keys.OpEnable, func(w *keys.Work, ctx context.Context) error { return w.DoUntouched(ctx, left, seen) })
		return
	}
	a.enableAll(left)
}

// change changes one key, and says how it went. Neither logging out nor quitting cuts it off. The key is busy from
// now on, so that a second press does nothing.
func (a *keyActions) change(id string, op keys.Operation, do func(*keys.Work, context.Context) error) {
	if a.inBatch(id) {
		return
	}
	if why := whyReadOnly(a.keys.Freshness()); why != "" {
		a.about(op, id).Error(words.Sentences(words.NotDone(op, map[string]any{"ID": a.labels.named(id)}), why))
		return
	}
	work, err := a.keys.Begin(op, id)
	switch {
	case errors.Is(err, keys.ErrBusy):
	case err != nil:
		a.outcomes.failed(id, op, err)
	default:
		a.deleting[id] = op == keys.OpDelete
		background.GoVitalErr(a.win.Tasks, a.tasks.Limit, func(ctx context.Context) error { return do(work, ctx) }, func(err error) {
			delete(a.deleting, id)
			a.outcomes.changed(id, op, err)
		})
	}
}

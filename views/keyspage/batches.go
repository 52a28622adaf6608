package keyspage

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

// batches does something to several keys: one batch at a time, after a question, with a report where not all was done.
type batches struct {
	*scope
	actions  *keyActions
	loader   *loader
	outcomes *outcomes
	run      *batchRun // what is being done to several keys; nil when nothing is
}

// start does something to the keys chosen, once it is confirmed. One key alone is asked about by itself.
func (b *batches) start(op keys.Operation, ids []string) {
	switch {
	case b.run != nil:
	case len(ids) == 1:
		b.one(op, ids[0])
	case len(ids) > 1:
		b.ask(op, ids)
	}
}

// one does something to one key, if its state allows it.
func (b *batches) one(op keys.Operation, id string) {
	if op == keys.OpDelete {
		b.actions.askDelete(id)
		return
	}
	k, ok := b.actions.free(id)
	switch {
	case !ok:
	case keys.SkipOf(op, k, true) != "":
		b.win.Toasts.Hint(lang.L("Only an enabled key can be disabled, and only a disabled one enabled."))
	case op == keys.OpEnable:
		b.actions.enable(id)
	default:
		b.actions.askDisable(id)
	}
}

func (b *batches) ask(op keys.Operation, ids []string) {
	var seen []keys.Key
	var skipped []keys.Outcome
	var own *keys.Key
	for _, id := range ids {
		k, why := b.skipOf(op, id)
		if why != "" {
			skipped = append(skipped, keys.Outcome{ID: id, Result: keys.ResultSkipped, Skip: why})
			continue
		}
		seen = append(seen, k)
		if k.Own {
			own = &k
		}
	}
	run := newBatchRun(op, seen)
	run.skipped = skipped
	skips := skipCounts(op, skipped, len(ids))
	if len(seen) == 0 {
		b.win.Toasts.Hint(words.Sentences(words.NothingToDo(op), skips))
		return
	}
	if !b.actions.status.mayChange() {
		return
	}
	b.win.Dialogs.Ask(confirmBatch(run, own, skips, b.win.Dialogs, func() {
		if b.actions.status.mayChange() {
			b.begin(run)
		}
	}))
}

// skipOf tells why a key is left alone, which covers that it has an action under way.
func (b *batches) skipOf(op keys.Operation, id string) (keys.Key, keys.Skip) {
	k, listed := b.actions.display.list.Key(id)
	if _, idle := b.actions.idle(id); listed && !idle {
		return k, keys.SkipBusy
	}
	return k, keys.SkipOf(op, k, listed)
}

func (b *batches) begin(run *batchRun) {
	if b.run != nil {
		return
	}
	b.run = run
	run.step = keys.Step{Number: 1, Count: len(run.ids), ID: run.ids[0]}
	b.showProgress(run)
	ctx, stop := context.WithCancel(b.tasks.Ctx)
	run.stop = stop
	background.GoVitalSteps(ctx, b.win.Tasks, func(ctx context.Context) keys.Batch {
		return b.keys.Batch(ctx, run.op, run.seen, func(s keys.Step) { b.tasks.Post(func() { run.at(s) }) })
	}, func(result keys.Batch) {
		stop()
		b.end(run, result)
	})
}

// running reports whether a batch is under way.
func (b *batches) running() bool { return b.run != nil && !b.run.over() }

// includes reports whether a batch under way has a key, which may still be waiting for its turn.
func (b *batches) includes(id string) bool { return b.running() && slices.Contains(b.run.ids, id) }

// stop ends what is being done to several keys with the key that it is at, as the window is locked.
func (b *batches) stop() {
	if b.running() {
		b.run.locked = true
		b.run.halt()
	}
}

// resume goes on telling of what was done to several keys when the window was locked. It reports whether there is
// such a thing.
func (b *batches) resume() bool {
	run := b.run
	switch {
	case run == nil:
		return false
	case !run.over():
		b.showProgress(run)
	default:
		background.GoErr(b.tasks, b.keys.Load, func(error) { // which resolves pending outcomes of it
			b.loader.refresher.Done()
			if b.run == run {
				b.tell(run)
			}
		})
	}
	return true
}

// retell shows again what was shown of what is done to several keys, if that is so.
func (b *batches) retell() {
	switch {
	case b.run == nil:
	case !b.run.over():
		b.showProgress(b.run)
	default:
		b.tell(b.run)
	}
}

// resolved takes a pending outcome that is part of a batch's report, and reports whether it is one.
func (b *batches) resolved(s keys.Resolved) bool {
	run := b.run
	if run == nil || !run.over() || !run.result.Resolve(s) {
		return false
	}
	if run.told {
		b.tell(run)
	}
	return true
}

func (b *batches) end(run *batchRun, result keys.Batch) {
	run.result = &result
	for _, o := range result.Outcomes {
		if o.Err != nil {
			b.log.Warn("working on a key", "operation", result.Op, "key", o.ID, "reason", words.Reason(o.Err))
		}
	}
	if b.left() {
		run.left = true
		b.tellLate(run)
		return
	}
	b.tell(run)
}

// tell says how it went, unless the window is locked: then it is said after unlocking.
func (b *batches) tell(run *batchRun) {
	switch {
	case run.result.AllDone():
		if !b.host.Covered() {
			b.win.Dialogs.CloseAll()
		}
		b.win.Toasts.Done(run.done())
		b.finish()
	case !b.host.Covered():
		b.win.Dialogs.CloseAll()
		run.told = true
		b.showReport(run)
	}
}

// finish is the end of it: the user knows how it went. What follows may need another sign-in.
func (b *batches) finish() {
	run := b.run
	b.run = nil
	if run.left {
		return
	}
	for _, id := range run.ids {
		if b.outcomes.tellOwnKeyGone(id) {
			return
		}
	}
	switch {
	case client.KindOf(run.result.Err) == client.KindUnauthorized:
		b.host.Rejected(run.result.Err)
	case !run.result.AllDone():
		b.loader.reload()
	}
}

// retry does it again with what was not done.
func (b *batches) retry(run *batchRun) {
	b.run = nil
	var again []keys.Key
	for _, id := range run.result.Left() {
		k, _ := b.keys.Find(id)
		k.ID = id // of one that is gone, too
		again = append(again, k)
	}
	b.begin(newBatchRun(run.op, again))
}

// tellLate says how it went with several keys after the user has left the session.
func (b *batches) tellLate(run *batchRun) {
	switch {
	case run.result.AllDone():
		b.win.Toasts.Note(run.done())
	case b.host.Covered():
		b.win.Toasts.Error(run.report().Text())
	default:
		b.win.Dialogs.CloseAll()
		b.showReport(run)
	}
	b.host.ReloadKeys()
}

// toggleStates disables those of several keys that are enabled, or enables them where none is.
func (b *batches) toggleStates(ids []string) {
	for _, id := range ids {
		if k, ok := b.actions.display.list.Key(id); ok && k.State == client.StateEnabled {
			b.start(keys.OpDisable, ids)
			return
		}
	}
	b.start(keys.OpEnable, ids)
}

package views

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app"
	"accesskeys/client"
	"accesskeys/views/kit/background"
	"accesskeys/views/words"
)

// batchRun is an action on several keys, from the confirmation until the person has seen how it went.
type batchRun struct {
	op       app.Operation
	ids      []string      // to be acted on
	seen     []app.Key     // the same, as they were asked about
	skipped  []app.Outcome // chosen as well, but left be
	step     app.Step
	stop     context.CancelFunc
	stopping bool
	locked   bool       // the window was, which stopped it
	left     bool       // the session was, which stopped it
	result   *app.Batch // once it is over
	told     bool       // the result was
	dialog   *batchProgress
}

// batch does something to the keys chosen, once it is confirmed. One key alone is asked about by itself.
func (p *keysPage) batch(op app.Operation, ids []string) {
	switch {
	case p.batchRun != nil:
	case len(ids) == 1:
		p.one(op, ids[0])
	case len(ids) > 1:
		p.askBatch(op, ids)
	}
}

// one does something to one key, if its state allows it.
func (p *keysPage) one(op app.Operation, id string) {
	if op == app.OpDelete {
		p.askDelete(id)
		return
	}
	k, ok := p.free(id)
	switch {
	case !ok:
	case app.SkipOf(op, k, true) != "":
		p.toasts.Hint(lang.L("Only an enabled key can be disabled, and only a disabled one enabled."))
	case op == app.OpEnable:
		p.enable(id)
	default:
		p.askDisable(id)
	}
}

func (p *keysPage) askBatch(op app.Operation, ids []string) {
	run := &batchRun{op: op}
	var own *app.Key
	for _, id := range ids {
		k, why := p.skipOf(op, id)
		if why != "" {
			run.skipped = append(run.skipped, app.Outcome{ID: id, Result: app.ResultSkipped, Skip: why})
			continue
		}
		run.ids, run.seen = append(run.ids, id), append(run.seen, k)
		if k.Own {
			own = &k
		}
	}
	skips := skipCounts(op, run.skipped, len(ids))
	if own != nil && op != app.OpEnable { // as it is done
		run.ids = append(slices.DeleteFunc(run.ids, func(id string) bool { return id == own.ID }), own.ID)
	}
	if len(run.ids) == 0 {
		p.toasts.Hint(words.Sentences(words.NothingToDo(op), skips))
		return
	}
	if !p.mayChange() {
		return
	}
	p.dialogs.Ask(confirmBatch(run, own, skips, p.dialogs, func() {
		if p.mayChange() {
			p.startBatch(run)
		}
	}))
}

// skipOf tells why a key is left be, which covers that it has an action under way.
func (p *keysPage) skipOf(op app.Operation, id string) (app.Key, app.Skip) {
	k, listed := p.list.Key(id)
	if _, idle := p.idle(id); listed && !idle {
		return k, app.SkipBusy
	}
	return k, app.SkipOf(op, k, listed)
}

// skipCounts says how many keys are left be, and why.
func skipCounts(op app.Operation, skipped []app.Outcome, total int) string {
	counts := map[app.Skip]int{}
	var order []app.Skip
	for _, o := range skipped {
		if counts[o.Skip] == 0 {
			order = append(order, o.Skip)
		}
		counts[o.Skip]++
	}
	text := ""
	for _, why := range order {
		next := words.SkipCount(op, why, counts[why], total)
		if text != "" {
			next = words.Sentences(text, next)
		}
		text = next
	}
	return text
}

func (p *keysPage) startBatch(run *batchRun) {
	if p.batchRun != nil {
		return
	}
	p.batchRun = run
	for _, id := range run.ids {
		p.working[id] = true
	}
	run.step = app.Step{Number: 1, Count: len(run.ids), ID: run.ids[0]}
	p.showProgress(run)
	ctx, stop := context.WithCancel(p.tasks.Ctx)
	run.stop = stop
	background.GoVitalSteps(ctx, p.lasting, func(ctx context.Context) app.Batch {
		return p.keys.Batch(ctx, run.op, run.seen, func(s app.Step) { p.tasks.Post(func() { run.at(s) }) })
	}, func(b app.Batch) {
		stop()
		p.endBatch(run, b)
	})
}

// stopBatch ends what is being done to several keys with the key that it is at, as the window is locked.
func (p *keysPage) stopBatch() {
	if run := p.batchRun; run != nil && run.result == nil {
		run.locked = true
		run.halt()
	}
}

// resumeBatch goes on telling of what was done to several keys when the window was locked. Without such a
// thing it is false.
func (p *keysPage) resumeBatch() bool {
	b := p.batchRun
	switch {
	case b == nil:
		return false
	case b.result == nil:
		p.showProgress(b)
	default:
		background.GoErr(p.tasks, p.keys.Load, func(error) { // which settles what is not known of it
			p.refresher.Done()
			if p.batchRun == b {
				p.tellBatch(b)
			}
		})
	}
	return true
}

// retellBatch shows anew what was shown of what is done to several keys, if that is so.
func (p *keysPage) retellBatch() {
	b := p.batchRun
	switch {
	case b == nil:
	case b.result == nil:
		p.showProgress(b)
	default:
		p.tellBatch(b)
	}
}

func (p *keysPage) endBatch(run *batchRun, b app.Batch) {
	run.result = &b
	for _, id := range run.ids {
		delete(p.working, id)
	}
	for _, o := range b.Outcomes {
		if o.Err != nil {
			p.log.Warn("working on a key", "operation", b.Op, "key", o.ID, "reason", words.Reason(o.Err))
		}
	}
	if p.left() {
		run.left = true
		p.toldBatchLate(run)
		return
	}
	p.refresh()
	p.tellBatch(run)
}

// tellBatch says how it went, unless the window is locked: then it is said after unlocking.
func (p *keysPage) tellBatch(run *batchRun) {
	switch {
	case run.result.AllDone():
		if !p.covered() {
			p.dialogs.CloseAll()
		}
		p.toasts.Done(run.done())
		p.closeBatch()
	case !p.covered():
		p.dialogs.CloseAll()
		run.told = true
		p.showReport(run)
	}
}

// done says that all was done.
func (r *batchRun) done() string {
	if len(r.ids) == 1 {
		return words.Outcome(r.op, r.ids[0])
	}
	return words.BatchDone(r.op, len(r.ids))
}

// closeBatch is the end of it: the person knows how it went. What follows may need another sign-in.
func (p *keysPage) closeBatch() {
	run := p.batchRun
	p.batchRun = nil
	if run.left {
		return
	}
	for _, id := range run.ids {
		if p.tellOwnKeyGone(id) {
			return
		}
	}
	switch {
	case client.KindOf(run.result.Err) == client.KindUnauthorized:
		p.onRejected(run.result.Err)
	case !run.result.AllDone():
		p.reload()
	}
}

// retryBatch does it again with what was not done.
func (p *keysPage) retryBatch(run *batchRun) {
	p.batchRun = nil
	again := &batchRun{op: run.op, ids: run.result.Left()}
	for _, id := range again.ids {
		k, _ := p.keys.Find(id)
		k.ID = id // of one that is gone, too
		again.seen = append(again.seen, k)
	}
	p.startBatch(again)
}

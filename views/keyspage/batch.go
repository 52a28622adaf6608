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

// batchRun is an action on several keys, from the confirmation until the person has seen how it went.
type batchRun struct {
	op       keys.Operation
	ids      []string       // to be acted on
	seen     []keys.Key     // the same, as they were asked about
	skipped  []keys.Outcome // chosen as well, but left be
	Step     keys.Step
	stop     context.CancelFunc
	stopping bool
	locked   bool        // the window was, which stopped it
	left     bool        // the session was, which stopped it
	Result   *keys.Batch // once it is over
	told     bool        // the result was
	dialog   *batchProgress
}

// Batch does something to the keys chosen, once it is confirmed. One key alone is asked about by itself.
func (p *Page) Batch(op keys.Operation, ids []string) {
	switch {
	case p.BatchRun != nil:
	case len(ids) == 1:
		p.one(op, ids[0])
	case len(ids) > 1:
		p.askBatch(op, ids)
	}
}

// one does something to one key, if its state allows it.
func (p *Page) one(op keys.Operation, id string) {
	if op == keys.OpDelete {
		p.AskDelete(id)
		return
	}
	k, ok := p.free(id)
	switch {
	case !ok:
	case keys.SkipOf(op, k, true) != "":
		p.win.Toasts.Hint(lang.L("Only an enabled key can be disabled, and only a disabled one enabled."))
	case op == keys.OpEnable:
		p.Enable(id)
	default:
		p.AskDisable(id)
	}
}

func (p *Page) askBatch(op keys.Operation, ids []string) {
	run := &batchRun{op: op}
	var own *keys.Key
	for _, id := range ids {
		k, why := p.skipOf(op, id)
		if why != "" {
			run.skipped = append(run.skipped, keys.Outcome{ID: id, Result: keys.ResultSkipped, Skip: why})
			continue
		}
		run.ids, run.seen = append(run.ids, id), append(run.seen, k)
		if k.Own {
			own = &k
		}
	}
	skips := skipCounts(op, run.skipped, len(ids))
	if own != nil && op != keys.OpEnable { // as it is done
		run.ids = append(slices.DeleteFunc(run.ids, func(id string) bool { return id == own.ID }), own.ID)
	}
	if len(run.ids) == 0 {
		p.win.Toasts.Hint(words.Sentences(words.NothingToDo(op), skips))
		return
	}
	if !p.MayChange() {
		return
	}
	p.win.Dialogs.Ask(confirmBatch(run, own, skips, p.win.Dialogs, func() {
		if p.MayChange() {
			p.startBatch(run)
		}
	}))
}

// skipOf tells why a key is left be, which covers that it has an action under way.
func (p *Page) skipOf(op keys.Operation, id string) (keys.Key, keys.Skip) {
	k, listed := p.List.Key(id)
	if _, idle := p.idle(id); listed && !idle {
		return k, keys.SkipBusy
	}
	return k, keys.SkipOf(op, k, listed)
}

// skipCounts says how many keys are left be, and why.
func skipCounts(op keys.Operation, skipped []keys.Outcome, total int) string {
	counts := map[keys.Skip]int{}
	var order []keys.Skip
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

func (p *Page) startBatch(run *batchRun) {
	if p.BatchRun != nil {
		return
	}
	p.BatchRun = run
	for _, id := range run.ids {
		p.Working[id] = true
	}
	run.Step = keys.Step{Number: 1, Count: len(run.ids), ID: run.ids[0]}
	p.showProgress(run)
	ctx, stop := context.WithCancel(p.tasks.Ctx)
	run.stop = stop
	background.GoVitalSteps(ctx, p.win.Tasks, func(ctx context.Context) keys.Batch {
		return p.Keys.Batch(ctx, run.op, run.seen, func(s keys.Step) { p.tasks.Post(func() { run.at(s) }) })
	}, func(b keys.Batch) {
		stop()
		p.endBatch(run, b)
	})
}

// StopBatch ends what is being done to several keys with the key that it is at, as the window is locked.
func (p *Page) StopBatch() {
	if run := p.BatchRun; run != nil && run.Result == nil {
		run.locked = true
		run.halt()
	}
}

// ResumeBatch goes on telling of what was done to several keys when the window was locked. Without such a
// thing it is false.
func (p *Page) ResumeBatch() bool {
	b := p.BatchRun
	switch {
	case b == nil:
		return false
	case b.Result == nil:
		p.showProgress(b)
	default:
		background.GoErr(p.tasks, p.Keys.Load, func(error) { // which settles what is not known of it
			p.refresher.Done()
			if p.BatchRun == b {
				p.tellBatch(b)
			}
		})
	}
	return true
}

// RetellBatch shows anew what was shown of what is done to several keys, if that is so.
func (p *Page) RetellBatch() {
	b := p.BatchRun
	switch {
	case b == nil:
	case b.Result == nil:
		p.showProgress(b)
	default:
		p.tellBatch(b)
	}
}

func (p *Page) endBatch(run *batchRun, b keys.Batch) {
	run.Result = &b
	for _, id := range run.ids {
		delete(p.Working, id)
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
func (p *Page) tellBatch(run *batchRun) {
	switch {
	case run.Result.AllDone():
		if !p.Host.Covered() {
			p.win.Dialogs.CloseAll()
		}
		p.win.Toasts.Done(run.done())
		p.closeBatch()
	case !p.Host.Covered():
		p.win.Dialogs.CloseAll()
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
func (p *Page) closeBatch() {
	run := p.BatchRun
	p.BatchRun = nil
	if run.left {
		return
	}
	for _, id := range run.ids {
		if p.tellOwnKeyGone(id) {
			return
		}
	}
	switch {
	case client.KindOf(run.Result.Err) == client.KindUnauthorized:
		p.Host.Rejected(run.Result.Err)
	case !run.Result.AllDone():
		p.Reload()
	}
}

// retryBatch does it again with what was not done.
func (p *Page) retryBatch(run *batchRun) {
	p.BatchRun = nil
	again := &batchRun{op: run.op, ids: run.Result.Left()}
	for _, id := range again.ids {
		k, _ := p.Keys.Find(id)
		k.ID = id // of one that is gone, too
		again.seen = append(again.seen, k)
	}
	p.startBatch(again)
}

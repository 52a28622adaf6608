// Package batch carries out an operation on several access keys: it asks, shows the progress, and reports the result.
package batch

import (
	"context"
	"log/slog"
	"slices"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keys"
	"accesskeys/views/confirm"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
	"accesskeys/views/kit/toast"
	"accesskeys/views/words"
)

// Host is what a batch needs from the page that starts it.
type Host interface {
	Locked() bool    // reports whether the window is locked
	MayChange() bool // reports whether changes are possible now; if not, it tells the user why
	// Key returns a key as it is on screen. idle means that nothing is being done with it to which a change would not give way.
	Key(id string) (k keys.Key, listed, idle bool)
	Name(id string) string                  // returns the name of a key for a sentence
	Known(id string) confirm.Known          // returns what this computer knows about a key
	ChangeOne(op keys.Operation, id string) // carries out an operation on one key, after a question
	Begin(ids []string)                     // called before an operation is carried out on keys
	ListRead()                              // called when the list was read again
	Reload()                                // reads the list again
	// Over is called when an operation on keys is over, of which it has changed some.
	Over(op keys.Operation, ids, changed []string)
	// Done says that an operation was carried out on keys.
	Done(op keys.Operation, ids []string, said toast.Subject, message func() string)
	// OfferUndo offers to undo that keys were disabled, with a message.
	OfferUndo(ids []string, said toast.Subject, message func() string)
	// OwnKeyGone reports whether this is the app's own key and is no longer enabled. If so, it tells the window.
	OwnKeyGone(id string) bool
	Rejected(err error) // asks for another sign-in
	ReloadKeys()        // reloads the list, if one is shown, after a batch of an ended session
}

// Runner carries out operations on several keys, one batch at a time. Each begins with a question, and ends with a
// report unless everything was done.
type Runner struct {
	win   *page.Window
	host  Host
	log   *slog.Logger
	tasks *background.Tasks // end with the session
	keys  *keys.Keys
	run   *run // the current batch, until the user has seen its outcome; nil if there is none
}

// New returns a Runner for the keys of list. tasks end with the session.
func New(win *page.Window, host Host, log *slog.Logger, tasks *background.Tasks, list *keys.Keys) *Runner {
	return &Runner{win: win, host: host, log: log, tasks: tasks, keys: list}
}

// Start carries out an operation on keys after the user has confirmed it. For a single key, the host asks.
func (b *Runner) Start(op keys.Operation, ids []string) {
	switch {
	case b.run != nil:
		b.win.Toasts.Hint(lang.L("Still working on the last selection. Try again in a moment."))
	case len(ids) == 1:
		b.host.ChangeOne(op, ids[0])
	case len(ids) > 1:
		b.ask(op, ids)
	}
}

func (b *Runner) ask(op keys.Operation, ids []string) {
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
	run := newRun(op, seen)
	run.skipped = skipped
	skips := skipCounts(op, skipped)
	if len(seen) == 0 {
		b.win.Toasts.Hint(words.NothingToDo(op, skips))
		return
	}
	if !b.host.MayChange() {
		return
	}
	b.win.Dialogs.Ask(b.question(run, own, skips))
}

// EnableAgain undoes a Disable without a question. It reads each key first, and enables it only if nobody has changed it
// since.
func (b *Runner) EnableAgain(left *keys.Left) {
	run := newRun(keys.OpEnable, left.Keys)
	run.untouched = left
	b.beginIfAllowed(run)
}

func (b *Runner) beginIfAllowed(run *run) {
	if b.host.MayChange() {
		b.begin(run)
	}
}

// skipOf returns a key, and why the batch leaves it alone; "" means that it does not. A key that is not idle is left alone.
func (b *Runner) skipOf(op keys.Operation, id string) (keys.Key, keys.Skip) {
	k, listed, idle := b.host.Key(id)
	if listed && !idle {
		return k, keys.SkipBusy
	}
	return k, keys.SkipOf(op, k, listed)
}

func (b *Runner) begin(run *run) {
	if b.run != nil {
		return
	}
	b.run = run
	b.win.Toasts.Refit() // what an earlier batch has said waits
	b.host.Begin(run.ids)
	run.step = keys.Step{Count: len(run.ids)}
	b.showProgress(run)
	ctx, stop := context.WithCancel(b.tasks.Ctx)
	run.stop = stop
	background.GoVitalSteps(ctx, b.win.Tasks, func(ctx context.Context) keys.Batch {
		tell := func(s keys.Step) { b.tasks.Post(func() { run.setStep(s) }) }
		if run.untouched != nil {
			return keys.BatchUntouched(ctx, run.op, run.untouched, tell)
		}
		return b.keys.Batch(ctx, run.op, run.seen, tell)
	}, func(result keys.Batch) {
		stop()
		b.handleResult(run, result)
	})
}

// Running reports whether a batch is running.
func (b *Runner) Running() bool { return b.run != nil && !b.run.over() }

// Includes reports whether a running batch includes a key, even if the key's turn has not come.
func (b *Runner) Includes(id string) bool { return b.Running() && slices.Contains(b.run.ids, id) }

// Deletes reports whether a running batch deletes a key.
func Deletes(b *Runner, id string) bool { return b.Includes(id) && b.run.op == keys.OpDelete }

// Stop stops a running batch after the current key, because the window is being locked.
func (b *Runner) Stop() {
	if b.Running() {
		b.run.locked = true
		b.run.halt()
	}
}

// Resume shows, after unlocking, the progress or the outcome of the batch that was running when the window was locked.
// It reports whether there is one.
func (b *Runner) Resume() bool {
	run := b.run
	switch {
	case run == nil:
		return false
	case !run.over():
		b.showProgress(run)
	default:
		background.GoErr(b.tasks, b.keys.Load, func(error) { // this resolves pending outcomes of the batch
			b.host.ListRead()
			if b.run == run {
				b.tellOutcome(run)
			}
		})
	}
	return true
}

// Retell shows the progress or the outcome of the batch again, if there is one, after all dialogs were closed.
func (b *Runner) Retell() {
	switch {
	case b.run == nil:
	case !b.run.over():
		b.showProgress(b.run)
	default:
		b.tellOutcome(b.run)
	}
}

// Resolved adds the outcome of a change that was pending to the batch's report. It reports whether the change belongs
// to the batch.
func (b *Runner) Resolved(s keys.Resolved) bool {
	run := b.run
	if run == nil || !run.over() || !run.result.Resolve(s) {
		return false
	}
	if run.told {
		b.tellOutcome(run)
	}
	return true
}

func (b *Runner) handleResult(run *run, result keys.Batch) {
	run.result = &result
	for _, o := range result.Outcomes {
		if o.Err != nil {
			b.log.Warn("working on a key", "operation", result.Op, "key", o.ID, "reason", words.Reason(o.Err))
		}
	}
	done := result.Done()
	if len(done) > 0 {
		b.win.Toasts.About(batchSubject).Withdraw() // what an earlier batch has said
	}
	b.host.Over(run.op, run.ids, done)
	if b.tasks.Ctx.Err() != nil { // the session has ended
		run.sessionEnded = true
		b.tellLate(run)
		return
	}
	b.tellOutcome(run)
}

// tellOutcome says how a batch went. While the window is locked, it does not: Resume calls it after unlocking.
func (b *Runner) tellOutcome(run *run) {
	switch {
	case run.result.AllDone():
		if !b.host.Locked() {
			b.win.Dialogs.CloseAll()
		}
		b.host.Done(run.op, run.result.Done(), b.subject(run), func() string { return b.doneMessage(run) })
		b.finish()
	case !b.host.Locked():
		b.win.Dialogs.CloseAll()
		if done := run.result.Done(); run.op == keys.OpDisable && len(done) > 0 && !run.told {
			b.host.OfferUndo(done, b.subject(run).Behind(func() bool { return b.run != nil }), func() string { return b.report(run).Title })
		}
		run.told = true
		b.showReport(run)
		if run.isPending() { // the report says so once the outcome is known
			b.host.Reload()
		}
	}
}

// finish ends a batch whose outcome the user has seen. The next step may be another sign-in.
func (b *Runner) finish() {
	run := b.run
	b.run = nil
	b.win.Toasts.Refit() // the report is closed, behind which it was
	if run.sessionEnded {
		return
	}
	for _, id := range run.ids {
		if b.host.OwnKeyGone(id) {
			return
		}
	}
	switch {
	case keys.Rejected(run.result.Err):
		b.host.Rejected(run.result.Err)
	case !run.result.AllDone():
		b.host.Reload()
	}
}

// retry starts another batch with the keys that are left.
func (b *Runner) retry(run *run) {
	b.run = nil
	var again []keys.Key
	for _, id := range run.result.Left() {
		k, _ := b.keys.Find(id)
		k.ID = id // also for a key that is no longer listed
		again = append(again, k)
	}
	b.begin(newRun(run.op, again))
}

// TellLeft tells the outcome of a batch if the session has ended before the user has closed the report.
func (b *Runner) TellLeft() {
	if b.run != nil && b.run.over() {
		b.run.sessionEnded = true
		b.tellLate(b.run)
	}
}

// tellLate says how a batch went when the session has ended in the meantime.
func (b *Runner) tellLate(run *run) {
	switch {
	case run.result.AllDone():
		b.subject(run).Note(b.doneMessage(run))
	case b.host.Locked():
		b.subject(run).Error(b.report(run).text())
	default:
		b.win.Dialogs.CloseAll()
		b.showReport(run)
	}
	b.host.ReloadKeys()
}

// batchSubject is what messages about batches are about.
const batchSubject = "batch"

// subject returns the toast subject for a batch. One that disables keys has one of its own, since each can be undone.
func (b *Runner) subject(run *run) toast.Subject {
	if run.op == keys.OpDisable {
		return b.win.Toasts.About(batchSubject + " " + run.ids[0])
	}
	return b.win.Toasts.About(batchSubject)
}

func (b *Runner) label(id string) string { return b.host.Known(id).Label }

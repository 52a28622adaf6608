// Package batch does something to several access keys: it asks, shows how far it is, and reports how it went.
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

// Host is what a batch needs of the page that it is started on.
type Host interface {
	Covered() bool                                                            // the window is locked
	MayChange() bool                                                          // something may be changed now; where not, it says why
	Key(id string) (k keys.Key, listed, idle bool)                            // as it is on screen; idle: nothing is being done with it
	ChangeOne(op keys.Operation, id string)                                   // does something to one key, after its own question
	ListRead()                                                                // the list was read again
	Reload()                                                                  // reads the list again
	Known(id string) confirm.Known                                            // what this computer knows of a key
	Changed()                                                                 // keys were changed, so that what was offered before is over
	Done(op keys.Operation, ids []string, said toast.Subject, message string) // says so
	OwnKeyGone(id string) bool                                                // tells that the app's own key was disabled or deleted, if so
	Rejected(err error)                                                       // another sign-in is needed
	ReloadKeys()                                                              // something was changed after the session had been left
}

// Runner does something to several keys: one batch at a time, after a question, with a report where not all was done.
type Runner struct {
	win   *page.Window
	host  Host
	log   *slog.Logger
	tasks *background.Tasks // end with the session
	keys  *keys.Keys
	run   *run // what is being done to several keys; nil when nothing is
}

// New returns what does something to several of the keys. tasks end with the session.
func New(win *page.Window, host Host, log *slog.Logger, tasks *background.Tasks, list *keys.Keys) *Runner {
	return &Runner{win: win, host: host, log: log, tasks: tasks, keys: list}
}

// Start does something to the keys chosen, once it is confirmed. One key alone is asked about by itself.
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
	skips := skipCounts(op, skipped, len(ids))
	if len(seen) == 0 {
		b.win.Toasts.Hint(words.Sentences(words.NothingToDo(op), skips))
		return
	}
	if !b.host.MayChange() {
		return
	}
	b.win.Dialogs.Ask(b.confirm(run, own, skips, func() { b.beginIfAllowed(run) }))
}

// EnableAgain enables keys that were disabled and that nobody has changed since, without a question: each is read first.
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

// skipOf tells why a key is left alone, which covers that it has an action under way.
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
	run.step = keys.Step{Number: 1, Count: len(run.ids), ID: run.ids[0]}
	b.showProgress(run)
	ctx, stop := context.WithCancel(b.tasks.Ctx)
	run.stop = stop
	background.GoVitalSteps(ctx, b.win.Tasks, func(ctx context.Context) keys.Batch {
		tell := func(s keys.Step) { b.tasks.Post(func() { run.at(s) }) }
		if run.untouched != nil {
			return keys.BatchUntouched(ctx, run.op, run.untouched, tell)
		}
		return b.keys.Batch(ctx, run.op, run.seen, tell)
	}, func(result keys.Batch) {
		stop()
		b.end(run, result)
	})
}

// Running reports whether a batch is under way.
func (b *Runner) Running() bool { return b.run != nil && !b.run.over() }

// Includes reports whether a batch under way has a key, which may still be waiting for its turn.
func (b *Runner) Includes(id string) bool { return b.Running() && slices.Contains(b.run.ids, id) }

// Deletes reports whether a key is among those that are being deleted.
func Deletes(b *Runner, id string) bool { return b.Includes(id) && b.run.op == keys.OpDelete }

// Stop ends what is being done to several keys with the key that it is at, as the window is locked.
func (b *Runner) Stop() {
	if b.Running() {
		b.run.locked = true
		b.run.halt()
	}
}

// Resume goes on telling of what was done to several keys when the window was locked. It reports whether there is
// such a thing.
func (b *Runner) Resume() bool {
	run := b.run
	switch {
	case run == nil:
		return false
	case !run.over():
		b.showProgress(run)
	default:
		background.GoErr(b.tasks, b.keys.Load, func(error) { // which resolves pending outcomes of it
			b.host.ListRead()
			if b.run == run {
				b.tell(run)
			}
		})
	}
	return true
}

// Retell shows again what was shown of what is done to several keys, if that is so.
func (b *Runner) Retell() {
	switch {
	case b.run == nil:
	case !b.run.over():
		b.showProgress(b.run)
	default:
		b.tell(b.run)
	}
}

// Resolved takes a pending outcome that is part of a batch's report, and reports whether it is one.
func (b *Runner) Resolved(s keys.Resolved) bool {
	run := b.run
	if run == nil || !run.over() || !run.result.Resolve(s) {
		return false
	}
	if run.told {
		b.tell(run)
	}
	return true
}

func (b *Runner) end(run *run, result keys.Batch) {
	run.result = &result
	for _, o := range result.Outcomes {
		if o.Err != nil {
			b.log.Warn("working on a key", "operation", result.Op, "key", o.ID, "reason", words.Reason(o.Err))
		}
	}
	if len(result.Done()) > 0 {
		b.host.Changed()
	}
	if b.tasks.Ctx.Err() != nil { // the session was left
		run.left = true
		b.tellLate(run)
		return
	}
	b.tell(run)
}

// tell says how it went, unless the window is locked: then it is said after unlocking.
func (b *Runner) tell(run *run) {
	switch {
	case run.result.AllDone():
		if !b.host.Covered() {
			b.win.Dialogs.CloseAll()
		}
		b.host.Done(run.op, run.result.Done(), b.said(), b.done(run))
		b.finish()
	case !b.host.Covered():
		b.win.Dialogs.CloseAll()
		if done := run.result.Done(); run.op == keys.OpDisable && len(done) > 0 && !run.told {
			b.host.Done(run.op, done, b.said(), b.report(run).Title)
		}
		run.told = true
		b.showReport(run)
	}
}

// finish is the end of it: the user knows how it went. What follows may need another sign-in.
func (b *Runner) finish() {
	run := b.run
	b.run = nil
	if run.left {
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

// retry does it again with what was not done.
func (b *Runner) retry(run *run) {
	b.run = nil
	var again []keys.Key
	for _, id := range run.result.Left() {
		k, _ := b.keys.Find(id)
		k.ID = id // of one that is gone, too
		again = append(again, k)
	}
	b.begin(newRun(run.op, again))
}

// TellLeft says how it went where the session was left before the user has closed the report.
func (b *Runner) TellLeft() {
	if b.run != nil && b.run.over() {
		b.run.left = true
		b.tellLate(b.run)
	}
}

// tellLate says how it went with several keys after the user has left the session.
func (b *Runner) tellLate(run *run) {
	switch {
	case run.result.AllDone():
		b.said().Note(b.done(run))
	case b.host.Covered():
		b.said().Error(b.report(run).Text())
	default:
		b.win.Dialogs.CloseAll()
		b.showReport(run)
	}
	b.host.ReloadKeys()
}

// said is a batch as a subject of messages.
func (b *Runner) said() toast.Subject { return b.win.Toasts.About("batch") }

func (b *Runner) label(id string) string { return b.host.Known(id).Label }

// named is what a key is called in a sentence.
func (b *Runner) named(id string) string { return words.KeyName(b.label(id), id) }

package keycheck

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/views/batch"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/style"
	"accesskeys/views/words"
)

// run is the state of checking several keys, from the start until the user has closed the report.
type run struct {
	step   keys.Step
	stop   context.CancelFunc
	locked bool              // locking the window has stopped it
	result *keycheck.Several // nil until it has ended
	dialog *batch.Progress
}

// checkSeveral checks keys one after another, and shows the progress.
func (r *Runner) checkSeveral(ids []string) {
	if r.run != nil {
		return
	}
	r.run = &run{step: keys.Step{Number: 1, Count: len(ids), ID: ids[0]}}
	run := r.run
	ctx, stop := context.WithCancel(r.unlocked)
	run.stop = stop
	r.showProgress()
	r.checkAll(ctx, ids, func(s keys.Step) {
		run.step = s
		r.showStep()
	}, func(result keycheck.Several) {
		stop()
		run.result = &result
		if !r.host.Locked() {
			r.win.Dialogs.CloseAll()
			r.showReport()
		}
	})
}

// checkAll checks keys in the background. It calls tell at each key and done at the end, both on the UI thread.
func (r *Runner) checkAll(ctx context.Context, ids []string, tell func(keys.Step), done func(keycheck.Several)) {
	background.GoSteps(ctx, r.tasks, func(ctx context.Context) keycheck.Several {
		return r.checker.CheckAll(ctx, ids, func(s keys.Step) { r.tasks.Post(func() { tell(s) }) })
	}, func(result keycheck.Several) {
		r.host.Scrub()
		for _, each := range result.Results {
			r.record(each)
		}
		if stopped(result.Err) && len(result.Left) > 0 {
			r.record(keycheck.Result{KeyID: result.Left[0], Kind: keycheck.Unanswered, Err: result.Err}) // it was under way
		}
		if result.Err != nil && !stopped(result.Err) {
			r.host.Reload()
		}
		done(result)
	})
}

func (r *Runner) showProgress() {
	r.run.dialog = batch.ShowProgress(r.win.Dialogs, lang.L("Checking access keys"), r.host.Label, r.run.stop, r.run.stop)
	r.showStep()
}

func (r *Runner) showStep() {
	r.run.dialog.Set(r.run.step, words.CheckingAt(r.run.step), lang.L("Stop"))
}

// showReport shows the result for each key. It offers to check again those that the server still accepts.
func (r *Runner) showReport() {
	run := r.run
	var more *control.Button
	if still := run.result.StillAccepted(); len(still) > 0 {
		again := r.againOffer(still)
		more = control.NewButton(again.Label, control.ButtonDefault, func() {
			r.win.Dialogs.Dismiss()
			r.run = nil
			again.Take()
		})
	}
	report(*run.result, run.locked, r.host.Label).Show(r.win, func() { r.run = nil }, more)
}

// report returns the report of checking several keys. Results that need the user's attention come first.
func report(s keycheck.Several, locked bool, label func(id string) string) batch.Report {
	b := batch.Report{Label: label, Title: words.SeveralChecked(s), Why: words.ChecksEnded(s, locked), Icon: style.InfoSign()}
	for _, kind := range []keycheck.Kind{keycheck.AcceptedInactive, keycheck.Refused, keycheck.ClockDiffers, keycheck.Unanswered,
		keycheck.NoSecret, keycheck.Accepted, keycheck.RefusedInactive} {
		for _, each := range s.Results {
			if each.Kind == kind {
				b.Lines = append(b.Lines, batch.Line{ID: each.KeyID, Word: words.CheckWord(each), Reason: words.CheckReason(each), Icon: words.CheckIcon(each)})
			}
		}
	}
	for _, id := range s.Left {
		b.Lines = append(b.Lines, batch.Line{ID: id, Word: words.NotChecked(), Icon: notChecked()})
	}
	return b
}

func notChecked() fyne.Resource {
	return theme.NewColoredResource(theme.ContentRemoveIcon(), style.ColorSecondary)
}

// stopped reports whether a check was stopped: by the user, by locking, or by the end of the session.
func stopped(err error) bool { return errors.Is(err, context.Canceled) }

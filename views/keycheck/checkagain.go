package keycheck

import (
	"context"
	"math"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/views/kit/progress"
	"accesskeys/views/kit/toast"
	"accesskeys/views/words"
)

const (
	// AgainAfter is how long a server is given to take note that a key was disabled, before it is asked again.
	AgainAfter = time.Minute
	// coveredPause is after how long it is looked again whether the window is still locked.
	coveredPause = time.Second
)

// again offers to check keys again in a while, as the server still accepts them although they are not enabled.
func (r *Runner) again(ids []string) toast.Offer {
	return toast.Offer{Label: lang.L("Check Again in a Minute"), For: toast.ReadingTime, Take: func() { r.wait(ids) }}
}

// wait counts down in a message until the keys are checked again. It keeps the user from nothing.
func (r *Runner) wait(ids []string) {
	if r.tasks.Ctx.Err() != nil {
		return // the session was left, and the message was not
	}
	name, subject := "", "check again "+strings.Join(ids, " ")
	if len(ids) == 1 {
		name = r.named(ids[0])
	}
	said := r.win.Toasts.About(subject)
	if before := r.waiting[subject]; before != nil {
		before.End()
	}
	count := progress.NewCountdown(r.tasks, func(left time.Duration) {
		if left > 0 {
			said.Reword(words.CheckAgainIn(name, len(ids), int(math.Ceil(left.Seconds()))))
			return
		}
		r.due(ids, said)
	})
	r.waiting[subject] = count
	stop := toast.Offer{Label: lang.L("Stop"), For: AgainAfter + toast.ReadingTime, Take: count.End}
	said.Offering(stop).Note(words.CheckAgainIn(name, len(ids), int(AgainAfter.Seconds())))
	count.Begin(AgainAfter)
}

// due checks keys again, once the window is not locked: a locked one fetches no secrets.
func (r *Runner) due(ids []string, said toast.Subject) {
	if r.host.Covered() {
		r.tasks.After(coveredPause, func() { r.due(ids, said) })
		return
	}
	said.Withdraw()
	r.checkAgain(ids, said)
}

// checkAgain checks keys without a dialog, and says what came of it.
func (r *Runner) checkAgain(ids []string, said toast.Subject) {
	if len(ids) == 1 {
		r.one(ids[0])
		return
	}
	r.checkAll(r.open, ids, func(keys.Step) {}, func(result keycheck.Several) {
		show := toast.Offer{Label: lang.L("Show Report"), For: toast.ReadingTime, Take: func() { r.reportOf(result) }}
		said.Offering(show).Note(words.CheckedAgain(result))
	})
}

// reportOf shows the report of checks that the user has not been waiting for.
func (r *Runner) reportOf(result keycheck.Several) {
	if r.run != nil {
		return
	}
	r.run = &run{result: &result, stop: context.CancelFunc(func() {})}
	r.showReport()
}

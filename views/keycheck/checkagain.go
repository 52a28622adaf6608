package keycheck

import (
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
	// AgainAfter is how long a server gets to learn that a key was disabled, before the key is checked again.
	AgainAfter = time.Minute
	// lockedPause is how long a check that is due waits before it tests again whether the window is locked.
	lockedPause = time.Second
)

// againOffer returns the offer to check keys again in a while. It is for keys that are not enabled, but that the server
// still accepts.
func (r *Runner) againOffer(ids []string) toast.Offer {
	return toast.Offer{Label: lang.L("Check Again in a Minute"), For: toast.ReadingTime, Take: func() { r.countDown(ids) }}
}

// countDown counts down in a message until the keys are checked again. The user can go on working meanwhile.
func (r *Runner) countDown(ids []string) {
	if r.tasks.Ctx.Err() != nil {
		return // the session has ended, but the message with the offer has stayed
	}
	name, subject := "", "check again "+strings.Join(ids, " ")
	if len(ids) == 1 {
		name = r.host.Name(ids[0])
	}
	said := r.win.Toasts.About(subject)
	if before := r.countdowns[subject]; before != nil {
		before.End()
	}
	count := progress.NewCountdown(r.tasks, func(left time.Duration) {
		if left > 0 {
			said.Reword(words.CheckAgainIn(name, len(ids), int(math.Ceil(left.Seconds()))))
			return
		}
		r.checkUnlocked(ids, said)
	})
	r.countdowns[subject] = count
	stop := toast.Offer{Label: lang.L("Stop"), For: AgainAfter + toast.ReadingTime, Take: count.End}
	said.Offering(stop).Note(words.CheckAgainIn(name, len(ids), int(AgainAfter.Seconds())))
	count.Begin(AgainAfter)
}

// checkUnlocked checks keys again, once the window is not locked: a locked window fetches no secrets.
func (r *Runner) checkUnlocked(ids []string, said toast.Subject) {
	if r.host.Locked() {
		r.tasks.After(lockedPause, func() { r.checkUnlocked(ids, said) })
		return
	}
	said.Withdraw()
	r.checkAgain(ids, said)
}

// checkAgain checks keys without a dialog, and tells the result in a message.
func (r *Runner) checkAgain(ids []string, said toast.Subject) {
	if len(ids) == 1 {
		r.checkOne(ids[0])
		return
	}
	r.checkAll(r.unlocked, ids, func(keys.Step) {}, func(result keycheck.Several) {
		show := toast.Offer{Label: lang.L("Show Report"), For: toast.ReadingTime, Take: func() { r.showReportOf(result) }}
		said.Offering(show).Note(words.CheckedAgain(result))
	})
}

// showReportOf shows the report of checks that ran without a dialog.
func (r *Runner) showReportOf(result keycheck.Several) {
	if r.run != nil {
		return
	}
	r.run = &run{result: &result}
	r.showReport()
}

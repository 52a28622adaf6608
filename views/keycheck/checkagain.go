package keycheck

import (
	"math"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"accesskeys/app/keycheck"
	"accesskeys/app/keys"
	"accesskeys/client"
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

// again is a countdown to checking keys again that are not enabled, but that the server still accepts.
type again struct {
	ids   []string        // the keys for which that holds, as far as is known
	off   map[string]bool // those that the list has shown as not enabled since
	count *progress.Countdown
	said  toast.Subject
}

// countDown counts down in a message until the keys are checked again. The user can go on working meanwhile.
func (r *Runner) countDown(ids []string) {
	if r.tasks.Ctx.Err() != nil {
		return // the session has ended, but the message with the offer has stayed
	}
	subject := "check again " + strings.Join(ids, " ")
	if before := r.countdowns[subject]; before != nil {
		before.count.End()
	}
	a := &again{ids: slices.Clone(ids), off: map[string]bool{}, said: r.win.Toasts.About(subject)}
	a.count = progress.NewCountdown(r.tasks, func(left time.Duration) {
		switch {
		case !r.needed(a):
		case left > 0:
			a.said.Reword(r.checkAgainIn(a, left))
		default:
			r.checkUnlocked(a)
		}
	})
	r.countdowns[subject] = a
	if !r.needed(a) { // the message with the offer has stayed while the key was enabled
		return
	}
	stop := toast.Offer{Label: lang.L("Stop"), For: AgainAfter + toast.ReadingTime, Take: a.count.End}
	a.said.While(func() bool { return r.needed(a) }).Offering(stop).Note(r.checkAgainIn(a, AgainAfter))
	a.count.Begin(AgainAfter)
}

// checkAgainIn says when the keys are checked again.
func (r *Runner) checkAgainIn(a *again, left time.Duration) string {
	name := ""
	if len(a.ids) == 1 {
		name = r.host.Name(a.ids[0])
	}
	return words.CheckAgainIn(name, len(a.ids), int(math.Ceil(left.Seconds())))
}

// needed reports whether there still is a key to check again. It leaves out those that were enabled or deleted meanwhile, and
// ends the countdown if that were all.
func (r *Runner) needed(a *again) bool {
	a.ids = slices.DeleteFunc(a.ids, func(id string) bool {
		k, listed, _ := r.host.Key(id)
		on := k.State == client.StateEnabled
		a.off[id] = a.off[id] || !on
		return !listed || on && a.off[id] || words.NoSecret(k.State) != "" // the list may not know yet that it is disabled
	})
	if len(a.ids) > 0 {
		return true
	}
	a.count.End()
	a.said.Withdraw()
	return false
}

// answered ends the countdown to checking a key again, since another check has found out meanwhile what it is for.
func (r *Runner) answered(result keycheck.Result) {
	if !result.Kind.Answered() || result.Kind == keycheck.AcceptedInactive {
		return
	}
	for _, a := range r.countdowns {
		if slices.Contains(a.ids, result.KeyID) {
			a.ids = slices.DeleteFunc(a.ids, func(id string) bool { return id == result.KeyID })
			r.needed(a)
		}
	}
}

// checkUnlocked checks keys again, once the window is not locked: a locked window fetches no secrets.
func (r *Runner) checkUnlocked(a *again) {
	switch {
	case !r.needed(a):
	case r.host.Locked():
		a.count.Begin(lockedPause) // Stop ends this too, once the window is unlocked
	default:
		a.said.Withdraw()
		ids := a.ids
		a.ids = nil // the countdown is over
		r.checkAgain(ids, a.said)
	}
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

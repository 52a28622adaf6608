package toast

import (
	"slices"
	"time"

	"accesskeys/views/kit/background"
)

const (
	// PassingTime is how long a message about a success is shown, or a hint why nothing was done.
	PassingTime = 4 * time.Second
	// ReadingTime is how long a message is shown that the user must not miss.
	ReadingTime = 20 * time.Second

	leastTime  = time.Second            // how long a message that was held back is shown at least
	holdsCheck = 100 * time.Millisecond // how often it is checked that a message of While still holds
)

// HintWhile is Hint for a message that is removed as soon as holds returns false.
func (t *Toasts) HintWhile(message string, holds func() bool) {
	t.About(hintSubject).While(holds).Hint(message)
}

// While returns the subject for a message that is removed as soon as holds returns false.
func (s Subject) While(holds func() bool) Subject {
	s.holds = holds
	return s
}

// removeUnless removes a message as soon as holds returns false.
func (t *Toasts) removeUnless(holds func() bool, shown *toast) {
	t.tasks.After(holdsCheck, func() {
		switch {
		case !slices.Contains(t.Shown, shown): // it has expired, or a newer one has replaced it
		case holds():
			t.removeUnless(holds, shown)
		default:
			t.remove(shown)
		}
	})
}

// startTimer removes a message when the rest of its time, counted from now on, is over. If the message is hidden then
// or the user may be away, or a dialog covers what it offers, its whole time begins again.
func (t *Toasts) startTimer(shown *toast) {
	shown.stopTimer()
	shown.since = t.tasks.Now()
	shown.stopTimer = t.tasks.After(shown.left, func() {
		switch {
		case t.hidden, !slices.Contains(t.Shown, shown):
		case t.Away(), !shown.Object.Visible(), shown.offered && t.Covered():
			shown.left = shown.duration
			t.startTimer(shown)
		default:
			t.remove(shown)
		}
	})
}

// Hold hides all messages until Release, which shows each for the rest of its time. It removes those of no use later.
func (t *Toasts) Hold() {
	if !t.hidden {
		passing := t.passing()
		t.withdrawAll(func(shown *toast) bool { return slices.Contains(passing, shown) })
		for _, shown := range t.Shown {
			if shown.Object.Visible() && !t.Away() {
				shown.left = max(leastTime, shown.left-background.Elapsed(shown.since, t.tasks.Now()))
			}
		}
	}
	t.hidden = true
	t.Layer.Hide()
	t.relayout()
}

// shorten has a message shown for no longer than PassingTime in all, unless the user is away meanwhile.
func (t *Toasts) shorten(shown *toast) {
	seen := time.Duration(0)
	if t.isSeenFor(shown, 0) {
		seen = background.Elapsed(shown.since, t.tasks.Now())
	}
	shown.left, shown.duration = min(shown.left, PassingTime)-seen, PassingTime
	if !t.hidden {
		t.startTimer(shown)
	}
}

// passing returns the messages that are of no use later: hints, and messages about a success that the user has seen and
// that offer nothing.
func (t *Toasts) passing() []*toast {
	var passing []*toast
	for _, shown := range t.Shown {
		success := shown.kind == toastDone && shown.duration == PassingTime && !shown.offer.Visible()
		if shown.subject == hintSubject || success && t.isSeenFor(shown, leastTime) {
			passing = append(passing, shown)
		}
	}
	return passing
}

// isSeenFor reports whether a message has been on screen for a time, with the user there.
func (t *Toasts) isSeenFor(shown *toast, least time.Duration) bool {
	return shown.Object.Visible() && !t.hidden && !t.Away() && background.Elapsed(shown.since, t.tasks.Now()) >= least
}

// Release shows the messages that Hold held back.
func (t *Toasts) Release() {
	if !t.hidden {
		return
	}
	t.hidden = false
	for _, shown := range t.Shown {
		t.startTimer(shown)
	}
	t.Layer.Show()
	t.relayout()
}

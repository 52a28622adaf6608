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

	leastTime = time.Second            // how long a message that was held back is shown at least
	hintLook  = 100 * time.Millisecond // how often HintWhile checks that a hint still holds
)

// HintWhile is Hint for a message that is removed as soon as holds returns false.
func (t *Toasts) HintWhile(message string, holds func() bool) {
	t.Hint(message)
	hint := t.Shown[len(t.Shown)-1]
	var look func()
	look = func() {
		switch {
		case !slices.Contains(t.Shown, hint): // it has expired, or a newer hint has replaced it
		case holds():
			t.tasks.After(hintLook, look)
		default:
			t.remove(hint)
		}
	}
	t.tasks.After(hintLook, look)
}

// expire removes a message when the rest of its time, counted from now on, is over. If the message is hidden then or
// the user may be away, its whole time begins again.
func (t *Toasts) expire(shown *toast) {
	shown.stay()
	shown.since = t.tasks.Now()
	shown.stay = t.tasks.After(shown.left, func() {
		switch {
		case t.held, !slices.Contains(t.Shown, shown):
		case t.Away(), !shown.Object.Visible():
			shown.left = shown.time
			t.expire(shown)
		default:
			t.remove(shown)
		}
	})
}

// Hold hides all messages until Release, which shows each for the rest of its time. It removes the messages that are of
// no use later: hints, and messages about a success that the user has seen and that offer nothing.
func (t *Toasts) Hold() {
	if !t.held {
		t.withdrawAll(func(shown *toast) bool { return shown.subject == hintSubject || t.done(shown) })
		for _, shown := range t.Shown {
			if shown.Object.Visible() && !t.Away() {
				shown.left = max(leastTime, shown.left-background.Elapsed(shown.since, t.tasks.Now()))
			}
		}
	}
	t.held = true
	t.Layer.Hide()
	t.place()
}

// done reports whether a message says only that something worked, and the user has seen it.
func (t *Toasts) done(shown *toast) bool {
	return shown.kind == toastDone && shown.time == PassingTime && !shown.offer.Visible() && shown.Object.Visible() && !t.Away() &&
		background.Elapsed(shown.since, t.tasks.Now()) >= leastTime
}

// Release shows the messages that Hold held back.
func (t *Toasts) Release() {
	if !t.held {
		return
	}
	t.held = false
	for _, shown := range t.Shown {
		t.expire(shown)
	}
	t.Layer.Show()
	t.place()
}

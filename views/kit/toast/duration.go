package toast

import (
	"slices"
	"time"

	"accesskeys/views/kit/background"
)

const (
	// PassingTime is how long a message of what went well is shown, and one of why nothing was done.
	PassingTime = 4 * time.Second
	// ReadingTime is how long a message is shown that the user should not miss.
	ReadingTime = 20 * time.Second

	leastTime = time.Second            // that a message is shown after it was held back
	hintLook  = 100 * time.Millisecond // how often it is looked whether a hint still holds
)

// HintWhile is Hint of what holds only for a while: the message goes when that is over.
func (t *Toasts) HintWhile(message string, holds func() bool) {
	t.Hint(message)
	hint := t.Shown[len(t.Shown)-1]
	var look func()
	look = func() {
		switch {
		case !slices.Contains(t.Shown, hint): // its time is over, or there is a newer one
		case holds():
			t.tasks.After(hintLook, look)
		default:
			t.remove(hint)
		}
	}
	t.tasks.After(hintLook, look)
}

// expire has a message go by itself, once it could be read from now on.
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

// Hold has no message shown, and none lost, until Release: each is then shown for as long as it was not seen yet. Why
// something was not done is not told so late, and that something worked not again, unless there is something to do about it.
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

// done reports whether a message says no more than that something worked, and the user has seen it.
func (t *Toasts) done(shown *toast) bool {
	return shown.kind == toastDone && shown.time == PassingTime && !shown.offer.Visible() && shown.Object.Visible() && !t.Away() &&
		background.Elapsed(shown.since, t.tasks.Now()) >= leastTime
}

// Release shows what was held back.
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

package toast

import (
	"slices"
	"time"
)

const (
	// PassingTime is how long a message of what went well is shown, and one of why nothing was done.
	PassingTime = 4 * time.Second
	// ReadingTime is how long a message is shown that the user should not miss.
	ReadingTime = 20 * time.Second
)

// expire has a message go by itself, once it could be read from now on.
func (t *Toasts) expire(shown *toast) {
	shown.stay()
	shown.stay = t.tasks.After(shown.time, func() {
		switch {
		case t.held, !slices.Contains(t.Shown, shown):
		case t.Away(), !shown.Object.Visible():
			t.expire(shown)
		default:
			t.remove(shown)
		}
	})
}

// Hold has no message shown, and none lost, until Release.
func (t *Toasts) Hold() {
	t.held = true
	t.Layer.Hide()
	t.place()
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

package views

import (
	"context"
	"time"
)

const (
	// scrubPause is how long after a secret was dropped its memory is overwritten: once for all that are
	// dropped together, and not while what dropped them still runs.
	scrubPause = 300 * time.Millisecond
	// It is done some times more: connections let go of what they read when they have ended, stopped timers of
	// what they lead to when they would have been due, the toolkit's caches after a minute.
	scrubAgain = 10 * time.Second
	scrubTimes = 8
)

// scrub has the memory that secrets were in overwritten, soon.
func (w *window) scrub() {
	w.stopScrub()
	w.stopScrub = w.tasks.after(scrubPause, func() { w.scrubOn(scrubTimes) })
}

func (w *window) scrubOn(times int) {
	w.scrubNow()
	if times > 1 {
		w.stopScrub = w.tasks.after(scrubAgain, func() { w.scrubOn(times - 1) })
	}
}

func (w *window) scrubNow() {
	if w.scrubbing {
		return // and another follows
	}
	w.scrubbing = true
	s := w.session
	act(w.tasks, func(context.Context) error {
		if s != nil {
			s.CloseIdleConnections()
		}
		w.overwrite()
		return nil
	}, func(error) { w.scrubbing = false })
}

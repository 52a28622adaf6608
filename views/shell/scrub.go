package shell

import (
	"context"
	"time"

	"accesskeys/views/kit/background"
)

const (
	// scrubPause is how long after a secret was dropped its memory is overwritten: once for all that are
	// dropped together, and not while what dropped them still runs.
	scrubPause = 300 * time.Millisecond
	// It is done some times more: connections let go of what they read when they have ended, the toolkit's caches
	// after a minute.
	scrubAgain = 10 * time.Second
	scrubTimes = 8
	// scrubAfterRefresh is how often after a list that nobody asked for, which there is one of every minute: at
	// once, and when the time limit of its request is over. What shows it to others has not seen its secrets.
	scrubAfterRefresh = 2
)

// Scrub has the memory that secrets were in overwritten, soon.
func (w *window) Scrub() { w.scrubAtLeast(scrubTimes) }

// scrubAtLeast is scrub, but done only so many times, unless more are still to come.
func (w *window) scrubAtLeast(times int) {
	w.stopScrub()
	w.scrubs = max(w.scrubs, times)
	w.stopScrub = w.Tasks.After(scrubPause, w.scrubOn)
}

func (w *window) scrubOn() {
	w.scrubNow()
	if w.scrubs--; w.scrubs > 0 {
		w.stopScrub = w.Tasks.AfterWallClock(scrubAgain, w.scrubOn)
	}
}

func (w *window) scrubNow() {
	if w.scrubbing {
		return // and another follows
	}
	w.scrubbing = true
	s := w.session
	background.GoErr(w.Tasks, func(context.Context) error {
		if s != nil {
			s.CloseIdleConnections()
		}
		w.overwrite()
		return nil
	}, func(error) { w.scrubbing = false })
}

package background

import (
	"time"
)

// After calls update on the UI thread when d has passed, unless stop is called first.
func (t *Tasks) After(d time.Duration, update func()) (stop func()) {
	stopped := false // only touched on the UI thread
	stopTimer := t.Timer(d, func() {
		t.Post(func() {
			if !stopped {
				update()
			}
		})
	})
	return func() {
		stopped = true
		stopTimer()
	}
}

// AfterWallClock calls update on the UI thread when d has passed by the wall clock, unless stop is called first. Unlike
// After, it counts the time that the computer sleeps, during which a timer stands still.
func (t *Tasks) AfterWallClock(d time.Duration, update func()) (stop func()) {
	since := t.Now()
	var cancel func()
	var wait func(left time.Duration)
	wait = func(left time.Duration) {
		cancel = t.After(min(left, wallClockStep), func() {
			if left := d - Elapsed(since, t.Now()); left > 0 {
				wait(left)
				return
			}
			update()
		})
	}
	wait(d)
	return func() { cancel() }
}

// Elapsed returns the time from then to now: by the wall clock, which goes on while the computer sleeps, or by the
// monotonic clock, which nobody can set back, whichever is longer.
func Elapsed(then, now time.Time) time.Duration {
	return max(now.Sub(then), now.Round(0).Sub(then.Round(0)))
}

// wallClockStep is the longest time after which AfterWallClock reads the wall clock again.
const wallClockStep = time.Second

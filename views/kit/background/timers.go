package background

import (
	"time"
)

// After calls update on the UI thread once d has passed, unless stopped before.
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

// AfterWallClock calls update on the UI thread once d has passed by the clock on the wall, unless stopped before. A timer alone
// stands still while the computer sleeps.
func (t *Tasks) AfterWallClock(d time.Duration, update func()) (stop func()) {
	since := t.Now()
	var cancel func()
	var wait func(left time.Duration)
	wait = func(left time.Duration) {
		cancel = t.After(min(left, glance), func() {
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

// Elapsed is the time since then: by the clock on the wall, which goes on while the computer sleeps, or by the
// one that nobody can set back, whichever is longer.
func Elapsed(then, now time.Time) time.Duration {
	return max(now.Sub(then), now.Round(0).Sub(then.Round(0)))
}

// glance is the longest that AfterWallClock leaves the clock on the wall unwatched.
const glance = time.Second

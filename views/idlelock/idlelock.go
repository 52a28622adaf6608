// Package idlelock has the timer that locks the window once nothing has been done in it for a time.
package idlelock

import (
	"time"

	"accesskeys/views/kit/background"
)

// Timer notices that nothing has been done in the window for a time.
type Timer struct {
	tasks  *background.Tasks
	limit  func() (d time.Duration, ever bool)
	onIdle func()

	last time.Time // when something was done
	stop func()
}

// New counts from now on. limit is asked for each time.
func New(tasks *background.Tasks, limit func() (time.Duration, bool), onIdle func()) *Timer {
	return &Timer{tasks: tasks, limit: limit, onIdle: onIdle, stop: func() {}, last: tasks.Now()}
}

// Active takes note that something was done. It is cheap.
func (t *Timer) Active() {
	before := t.last
	t.last = t.tasks.Now()
	if limit, ever := t.limit(); ever && background.Elapsed(before, t.last) >= limit {
		t.onIdle() // the timer stood still, as in a sleep that no event announced
	}
}

// Watch waits for the limit, which may have changed.
func (t *Timer) Watch() {
	t.stop()
	limit, ever := t.limit()
	if !ever {
		return
	}
	left := limit - background.Elapsed(t.last, t.tasks.Now())
	if left <= 0 {
		t.last, left = t.tasks.Now(), limit
		t.onIdle()
	}
	t.stop = t.tasks.AfterWallClock(left, t.Watch)
}

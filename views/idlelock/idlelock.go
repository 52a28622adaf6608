// Package idlelock has the timer that locks the window when the user has been idle for a time.
package idlelock

import (
	"time"

	"accesskeys/views/kit/background"
)

// Timer calls a function when the user has been idle for a time.
type Timer struct {
	tasks  *background.Tasks
	limit  func() (d time.Duration, ever bool)
	busy   func() bool
	onIdle func()

	lastActive time.Time // of the last activity
	stop       func()
}

// New returns a Timer that counts from now on; Watch starts it. limit returns how long the user may be idle, and
// whether there is such a limit. It is called each time, because the user may change it. While busy returns true, the user is
// waiting and not idle.
func New(tasks *background.Tasks, limit func() (time.Duration, bool), busy func() bool, onIdle func()) *Timer {
	return &Timer{tasks: tasks, limit: limit, busy: busy, onIdle: onIdle, stop: func() {}, lastActive: tasks.Now()}
}

// Active records that the user has done something. It is cheap.
func (t *Timer) Active() {
	before := t.lastActive
	t.lastActive = t.tasks.Now()
	if limit, ever := t.limit(); ever && background.Elapsed(before, t.lastActive) >= limit {
		t.onIdle() // the timer was late, as after a sleep that no event announced
	}
}

// Watch starts the timer, or starts it again after the limit has changed.
func (t *Timer) Watch() {
	t.stop()
	limit, ever := t.limit()
	if !ever {
		return
	}
	left := limit - background.Elapsed(t.lastActive, t.tasks.Now())
	if left <= 0 {
		t.lastActive, left = t.tasks.Now(), limit
		if !t.busy() {
			t.onIdle()
		}
	}
	t.stop = t.tasks.AfterWallClock(left, t.Watch)
}

package background

import "time"

// Idle notices that nothing has been done in the window for a time.
type Idle struct {
	tasks  *Tasks
	limit  func() (d time.Duration, ever bool)
	onIdle func()

	last time.Time // when something was done
	stop func()
}

// NewIdle counts from now on. limit is asked for each time.
func NewIdle(t *Tasks, limit func() (time.Duration, bool), onIdle func()) *Idle {
	return &Idle{tasks: t, limit: limit, onIdle: onIdle, stop: func() {}, last: t.Now()}
}

// Active takes note that something was done. It is cheap.
func (i *Idle) Active() {
	before := i.last
	i.last = i.tasks.Now()
	if limit, ever := i.limit(); ever && Elapsed(before, i.last) >= limit {
		i.onIdle() // the timer stood still, as in a sleep that no event announced
	}
}

// Watch waits for the limit, which may have changed.
func (i *Idle) Watch() {
	i.stop()
	limit, ever := i.limit()
	if !ever {
		return
	}
	left := limit - Elapsed(i.last, i.tasks.Now())
	if left <= 0 {
		i.last, left = i.tasks.Now(), limit
		i.onIdle()
	}
	i.stop = i.tasks.AfterWallClock(left, i.Watch)
}

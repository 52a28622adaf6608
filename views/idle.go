package views

import "time"

// idle notices that nothing has been done in the window for a time.
type idle struct {
	tasks  *tasks
	limit  func() (d time.Duration, ever bool)
	onIdle func()

	last time.Time // when something was done
	stop func()
}

// newIdle counts from now on. limit is asked for anew each time.
func newIdle(t *tasks, limit func() (time.Duration, bool), onIdle func()) *idle {
	i := &idle{tasks: t, limit: limit, onIdle: onIdle, stop: func() {}}
	i.Active()
	return i
}

// Active takes note that something was done. It is cheap.
func (i *idle) Active() { i.last = i.tasks.now().Round(0) } // by the clock on the wall: sleep counts

// Watch waits for the limit, which may have changed.
func (i *idle) Watch() {
	i.stop()
	limit, ever := i.limit()
	if !ever {
		return
	}
	left := limit - i.tasks.now().Round(0).Sub(i.last)
	if left <= 0 {
		i.Active()
		i.onIdle()
		left = limit
	}
	i.stop = i.tasks.after(left, i.Watch)
}

package views

import "time"

// countdown tells at every full second how long something is still to wait.
type countdown struct {
	tasks *tasks
	tell  func(left time.Duration) // 0 is the end
	since time.Time
	wait  time.Duration
	stop  func()
}

func newCountdown(t *tasks, tell func(left time.Duration)) *countdown {
	return &countdown{tasks: t, tell: tell, stop: func() {}}
}

// Begin counts down from now on.
func (c *countdown) Begin(wait time.Duration) {
	c.stop()
	c.since, c.wait = c.tasks.now(), wait
	c.tick()
}

// End tells nothing more.
func (c *countdown) End() { c.stop() }

func (c *countdown) tick() {
	left := max(0, c.wait-passed(c.since, c.tasks.now()))
	if left > 0 {
		c.stop = c.tasks.after((left-1)%time.Second+1, c.tick)
	}
	c.tell(left)
}

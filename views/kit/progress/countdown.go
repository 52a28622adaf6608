package progress

import (
	"time"

	"accesskeys/views/kit/background"
)

// Countdown tells at every full second how much of a waiting time is left.
type Countdown struct {
	tasks  *background.Tasks
	onTick func(left time.Duration)
	since  time.Time
	wait   time.Duration
	stop   func()
}

// NewCountdown returns a countdown that calls tell each second, and with 0 at the end.
func NewCountdown(t *background.Tasks, tell func(left time.Duration)) *Countdown {
	return &Countdown{tasks: t, onTick: tell, stop: func() {}}
}

// Begin starts to count down from wait.
func (c *Countdown) Begin(wait time.Duration) {
	c.stop()
	c.since, c.wait = c.tasks.Now(), wait
	c.tick()
}

// End stops the countdown.
func (c *Countdown) End() { c.stop() }

func (c *Countdown) tick() {
	left := max(0, c.wait-background.Elapsed(c.since, c.tasks.Now()))
	if left > 0 {
		c.stop = c.tasks.After((left-1)%time.Second+1, c.tick)
	}
	c.onTick(left)
}

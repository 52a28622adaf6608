package shell

import (
	"context"
	"time"

	"accesskeys/views/kit/background"
	"accesskeys/views/kit/page"
)

const (
	// scrubPause is how long after a secret was dropped its memory is overwritten: once for all that are
	// dropped together, and not while what dropped them still runs.
	scrubPause = 300 * time.Millisecond
	// It is done once more after a secret was shown or copied: the toolkit may free what it drew a little later.
	scrubAgain = 10 * time.Second
	scrubTimes = 2
	// A list is read and not shown, and is freed by the first time.
	scrubAfterList = 1
)

// scrubber overwrites the memory that secrets were in.
type scrubber struct {
	*state
	page      *page.Window
	overwrite func() // overwrites freed memory
	stop      func() // ends the wait for the next time
	left      int    // how often it is still to be done
	running   bool
}

// scrub has the memory that secrets were in overwritten, soon.
func (c *scrubber) scrub() { c.atLeast(scrubTimes) }

// atLeast is scrub, but done only so many times, unless more are still to come.
func (c *scrubber) atLeast(times int) {
	c.stop()
	c.left = max(c.left, times)
	c.stop = c.page.Tasks.After(scrubPause, c.next)
}

func (c *scrubber) next() {
	c.now()
	if c.left--; c.left > 0 {
		c.stop = c.page.Tasks.AfterWallClock(scrubAgain, c.next)
	}
}

func (c *scrubber) now() {
	if c.running {
		return // and another follows
	}
	c.running = true
	s := c.current
	background.GoErr(c.page.Tasks, func(context.Context) error {
		if s != nil {
			s.CloseIdleConnections()
		}
		c.overwrite()
		return nil
	}, func(error) { c.running = false })
}

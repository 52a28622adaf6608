// Package scrubber overwrites the memory that secrets were in, once they are not needed any more.
package scrubber

import (
	"context"
	"time"

	"accesskeys/views/kit/background"
)

const (
	// Pause is how long after a secret was dropped its memory is overwritten: once for all that are dropped together,
	// and not while what dropped them still runs.
	Pause = 300 * time.Millisecond
	// Again is when it is done once more after a secret was shown or copied: the toolkit may free what it drew a little
	// later.
	Again = 10 * time.Second
	// Times is how often it is done then.
	Times = 2
)

// Scrubber overwrites freed memory in the background.
type Scrubber struct {
	Overwrite func() // overwrites freed memory

	tasks   *background.Tasks
	prepare func() (free func())
	stop    func() // ends the wait for the next time
	left    int    // how often it is still to be done
	running bool
}

// New returns a scrubber. prepare returns what frees what still holds a secret; that runs in the background, before
// overwrite, which overwrites freed memory.
func New(tasks *background.Tasks, prepare func() (free func()), overwrite func()) *Scrubber {
	return &Scrubber{tasks: tasks, prepare: prepare, Overwrite: overwrite, stop: func() {}}
}

// Scrub has the memory that secrets were in overwritten, soon.
func (s *Scrubber) Scrub() { s.atLeast(Times) }

// ScrubList is Scrub after a list was read. It is not shown, and is freed by the first time.
func (s *Scrubber) ScrubList() { s.atLeast(1) }

// atLeast has it done so many times, unless more are still to come.
func (s *Scrubber) atLeast(times int) {
	s.stop()
	s.left = max(s.left, times)
	s.stop = s.tasks.After(Pause, s.next)
}

func (s *Scrubber) next() {
	s.now()
	if s.left--; s.left > 0 {
		s.stop = s.tasks.AfterWallClock(Again, s.next)
	}
}

func (s *Scrubber) now() {
	if s.running {
		return // and another follows
	}
	s.running = true
	free := s.prepare()
	background.GoErr(s.tasks, func(context.Context) error {
		free()
		s.Overwrite()
		return nil
	}, func(error) { s.running = false })
}

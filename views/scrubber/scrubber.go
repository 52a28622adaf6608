// Package scrubber overwrites the memory that secrets were in when they are no longer needed.
package scrubber

import (
	"context"
	"time"

	"accesskeys/views/kit/background"
)

const (
	// Pause is the time from when a secret is dropped to when its memory is overwritten. So memory is overwritten once for
	// all secrets that are dropped together, and not while the code that drops them still runs.
	Pause = 300 * time.Millisecond
	// RepeatAfter is the time to the next overwriting after a secret was shown or copied. The toolkit may free what it
	// drew a little later than the first.
	RepeatAfter = 10 * time.Second
	// Times is how often memory is overwritten after a secret was shown or copied.
	Times = 2
)

// Scrubber overwrites freed memory in the background.
type Scrubber struct {
	Overwrite func() // overwrites freed memory

	tasks     *background.Tasks
	prepare   func() (free func())
	stop      func() // stops the timer for the next overwriting
	remaining int    // how many times are still to come
	running   bool
}

// New returns a scrubber. prepare runs on the UI thread and returns a function that frees what still holds a secret.
// That function runs in the background, followed by overwrite, which overwrites freed memory.
func New(tasks *background.Tasks, prepare func() (free func()), overwrite func()) *Scrubber {
	return &Scrubber{tasks: tasks, prepare: prepare, Overwrite: overwrite, stop: func() {}}
}

// Scrub overwrites the memory of dropped secrets soon, and once more later.
func (s *Scrubber) Scrub() { s.schedule(Times) }

// ScrubUnseen overwrites the memory of secrets that the toolkit never had, such as those in a list that was read. Once is
// enough for them.
func (s *Scrubber) ScrubUnseen() { s.schedule(1) }

// schedule schedules overwriting, so that at least times are to come.
func (s *Scrubber) schedule(times int) {
	s.stop()
	s.remaining = max(s.remaining, times)
	s.stop = s.tasks.After(Pause, s.next)
}

func (s *Scrubber) next() {
	s.scrubNow()
	if s.remaining--; s.remaining > 0 {
		s.stop = s.tasks.AfterWallClock(RepeatAfter, s.next)
	}
}

func (s *Scrubber) scrubNow() {
	if s.running {
		return // another overwriting follows
	}
	s.running = true
	free := s.prepare()
	background.GoErr(s.tasks, func(context.Context) error {
		free()
		s.Overwrite()
		return nil
	}, func(error) { s.running = false })
}

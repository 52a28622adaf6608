package background

import (
	"context"
	"sync"
)

// Vital tracks the work that must finish before the program ends.
type Vital struct {
	mu      sync.Mutex
	closed  bool
	running sync.WaitGroup
}

// Begin reports whether work may still begin. If it returns true, the caller must call Done at the end of the work.
func (v *Vital) Begin() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.closed {
		return false
	}
	v.running.Add(1)
	return true
}

// Done marks work that Begin allowed as finished.
func (v *Vital) Done() { v.running.Done() }

// Finish makes Begin return false from now on, and waits until the work under way is finished or ctx is done. It calls
// start to run its own waiting in the background.
func (v *Vital) Finish(ctx context.Context, start func(work func())) {
	v.mu.Lock()
	v.closed = true
	v.mu.Unlock()
	finished := make(chan struct{})
	start(func() {
		v.running.Wait()
		close(finished)
	})
	select {
	case <-finished:
	case <-ctx.Done():
	}
}

package background

import (
	"context"
	"sync"
)

// Vital counts what must be finished before the program ends.
type Vital struct {
	mu    sync.Mutex
	over  bool
	under sync.WaitGroup
}

// Begin reports whether there is still time to begin something. If so, done must follow.
func (v *Vital) Begin() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.over {
		return false
	}
	v.under.Add(1)
	return true
}

// Done ends what Begin began.
func (v *Vital) Done() { v.under.Done() }

// Finish lets nothing begin any more, and waits for what has begun for as long as ctx lasts.
func (v *Vital) Finish(ctx context.Context, start func(work func())) {
	v.mu.Lock()
	v.over = true
	v.mu.Unlock()
	finished := make(chan struct{})
	start(func() {
		v.under.Wait()
		close(finished)
	})
	select {
	case <-finished:
	case <-ctx.Done():
	}
}

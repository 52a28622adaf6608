package views

import (
	"context"
	"sync"
)

// vital counts what must be finished before the program ends.
type vital struct {
	mu    sync.Mutex
	over  bool
	under sync.WaitGroup
}

// begin reports whether there is still time to begin something. If so, done must follow.
func (v *vital) begin() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.over {
		return false
	}
	v.under.Add(1)
	return true
}

func (v *vital) done() { v.under.Done() }

// finish lets nothing begin any more, and waits for what has begun for as long as ctx lasts.
func (v *vital) finish(ctx context.Context, start func(work func())) {
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

package client

import (
	"context"
	"iter"
	"sync"
)

// inParallel calls ask for every element of all in parallel and yields the answers in the order of all. When the loop
// ends early, it cancels the calls that are still running and waits for them.
func inParallel[T, A any](ctx context.Context, all []T, ask func(context.Context, T) A) iter.Seq2[T, A] {
	return func(yield func(T, A) bool) {
		var asking sync.WaitGroup
		defer asking.Wait()
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		answers := make([]chan A, len(all))
		for i, one := range all {
			answers[i] = make(chan A, 1)
			asking.Go(func() { answers[i] <- ask(ctx, one) })
		}
		for i, one := range all {
			if !yield(one, <-answers[i]) {
				return
			}
		}
	}
}

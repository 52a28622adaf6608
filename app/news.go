package app

import "sync"

// news is told to whoever asked for it, and kept for them until they ask. Its zero value is ready for use.
type news[T any] struct {
	mu     sync.Mutex
	tell   func(T)
	untold []T
}

// on has f called with each that comes, on the goroutine that it comes on, and first with those that came before.
func (n *news[T]) on(f func(T)) {
	n.mu.Lock()
	untold := n.untold
	n.tell, n.untold = f, nil
	n.mu.Unlock()
	for _, v := range untold {
		f(v)
	}
}

func (n *news[T]) come(v T) {
	n.mu.Lock()
	f := n.tell
	if f == nil {
		n.untold = append(n.untold, v)
	}
	n.mu.Unlock()
	if f != nil {
		f(v)
	}
}

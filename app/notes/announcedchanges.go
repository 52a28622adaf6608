package notes

import (
	"sync"
	"time"
)

// coming is the changes that were announced and are not made yet.
type coming struct {
	mu      sync.Mutex
	changes map[chan struct{}]bool
}

// Announce says that Change is about to be called. The returned function says that this is over.
func (s *Store) Announce() (over func()) {
	c := &s.coming
	change := make(chan struct{})
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.changes == nil {
		c.changes = map[chan struct{}]bool{}
	}
	c.changes[change] = true
	return sync.OnceFunc(func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.changes, change)
		close(change)
	})
}

// wait waits for what has been announced so far, but not for ever: what was to make the change may have been ended.
func (c *coming) wait() {
	c.mu.Lock()
	var all []chan struct{}
	for change := range c.changes {
		all = append(all, change)
	}
	c.mu.Unlock()
	late := time.After(patience)
	for _, change := range all {
		select {
		case <-change:
		case <-late:
			return
		}
	}
}

package notes

import (
	"sync"
	"time"
)

// announced holds the changes that were announced and are not done yet.
type announced struct {
	mu      sync.Mutex
	changes map[chan struct{}]bool
}

// Announce announces a call of Change, so that Forget waits for it. The caller calls done after Change, or when it will
// not call Change.
func (s *Store) Announce() (done func()) {
	c := &s.announced
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

// wait waits until every change announced before the call is done. It waits for lockLimit at most, because an announced
// change may never be made.
func (c *announced) wait() {
	c.mu.Lock()
	var all []chan struct{}
	for change := range c.changes {
		all = append(all, change)
	}
	c.mu.Unlock()
	late := time.After(lockLimit)
	for _, change := range all {
		select {
		case <-change:
		case <-late:
			return
		}
	}
}

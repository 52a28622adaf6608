package demo

import (
	"context"
	"slices"
	"sync"
	"time"
)

// Request is a request that has arrived.
type Request struct {
	Method string
	Path   string // as asked for, such as /api/v1/management/accesskeys
	Status int    // the HTTP status of the answer; 0 while there is none, and if the connection was dropped instead
	KeyID  string // the ID of the key that signed it; "" while that is not known, and if the server has no such key
	At     time.Time
}

// journal remembers requests in the order of their arrival.
type journal struct {
	mu       sync.Mutex
	requests []Request
	news     chan struct{} // closed at the next change
}

func newJournal() *journal { return &journal{news: make(chan struct{})} }

// begin adds a request and returns its number.
func (j *journal) begin(r Request) int {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.requests = append(j.requests, r)
	j.changed()
	return len(j.requests) - 1
}

// finish completes request number n.
func (j *journal) finish(n, status int, keyID string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.requests[n].Status, j.requests[n].KeyID = status, keyID
	j.changed()
}

// wake wakes all waiters, so that they look at the server again.
func (j *journal) wake() {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.changed()
}

// changed wakes all waiters. The caller must hold mu.
func (j *journal) changed() {
	close(j.news)
	j.news = make(chan struct{})
}

// all returns the requests so far, and a channel that is closed at the next change.
func (j *journal) all() ([]Request, <-chan struct{}) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return slices.Clone(j.requests), j.news
}

// Requests returns the requests so far, in the order of arrival.
func (s *Server) Requests() []Request {
	requests, _ := s.journal.all()
	return requests
}

// WaitFor waits until enough returns true for the requests so far, or for what they have done to the keys. It returns
// ctx's error if ctx is done first.
func (s *Server) WaitFor(ctx context.Context, enough func([]Request) bool) error {
	for {
		requests, news := s.journal.all()
		if enough(requests) {
			return nil
		}
		select {
		case <-news:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

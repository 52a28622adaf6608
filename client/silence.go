package client

import (
	"context"
	"sync"
	"time"
)

// silence is how long the server has not answered what is asked in a context.
type silence struct {
	tell func(time.Duration)

	mu    sync.Mutex
	since time.Time // the last answer, or the first request after that; zero where there is none
	asked int       // requests under way
	told  bool
}

type silenceKey struct{}

// WithSilence returns a context with which calls tell f how long the server has not answered: each time that it is asked
// again after longer than one attempt may take. Once it has answered, they tell 0. Calls with the context follow one
// another, or are made side by side until the first answer; f must not block.
func WithSilence(ctx context.Context, f func(time.Duration)) context.Context {
	return context.WithValue(ctx, silenceKey{}, &silence{tell: f})
}

// silenceOf returns what is told of silence in ctx.
func silenceOf(ctx context.Context) *silence {
	if s, ok := ctx.Value(silenceKey{}).(*silence); ok {
		return s
	}
	return &silence{tell: func(time.Duration) {}}
}

// asking takes note that the server is asked now. limit is that of one attempt.
func (s *silence) asking(limit time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked++
	if s.since.IsZero() {
		s.since = time.Now()
	}
	if silent := time.Since(s.since); silent >= limit {
		s.told = true
		s.tell(silent)
	}
}

// heard takes note of what came of a request.
func (s *silence) heard(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked--
	if err != nil && !answered(err) {
		return
	}
	s.since = time.Time{}
	if s.asked > 0 {
		s.since = time.Now()
	}
	if s.told {
		s.told = false
		s.tell(0)
	}
}

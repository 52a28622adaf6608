package client

import (
	"context"
	"sync"
	"time"
)

// Delay is why a call takes long. Without one it is zero.
type Delay struct {
	Silent time.Duration // the server has not answered for that long
	Asked  time.Duration // or it asks to wait for that long, which the call does
}

// shortWait is the longest wait that the server may ask for without the user being told.
const shortWait = 2 * time.Second

// noAnswer is how long the server has not answered what is asked in a context.
type noAnswer struct {
	tell func(Delay)

	mu    sync.Mutex
	since time.Time // the last answer, or the first request after that; zero where there is none
	asked int       // requests under way
	told  bool
}

type noAnswerKey struct{}

// WithNoAnswer returns a context with which calls tell f how long the server has not answered, each time that it is asked
// again after longer than one attempt may take, or how long it asks to wait. Once it has answered, they tell no Delay.
// Calls with the context follow one another, or are made side by side until the first answer; f must not block.
func WithNoAnswer(ctx context.Context, f func(Delay)) context.Context {
	return context.WithValue(ctx, noAnswerKey{}, &noAnswer{tell: f})
}

// noAnswerOf returns what is told in ctx of a server that does not answer.
func noAnswerOf(ctx context.Context) *noAnswer {
	if n, ok := ctx.Value(noAnswerKey{}).(*noAnswer); ok {
		return n
	}
	return &noAnswer{tell: func(Delay) {}}
}

// asking takes note that the server is asked now. limit is that of one attempt.
func (n *noAnswer) asking(limit time.Duration) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.asked++
	if n.since.IsZero() {
		n.since = time.Now()
	}
	if silent := time.Since(n.since); silent >= limit {
		n.told = true
		n.tell(Delay{Silent: silent})
	}
}

// heard takes note of what came of a request.
func (n *noAnswer) heard(err error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.asked--
	if err != nil && !answered(err) {
		return
	}
	n.since = time.Time{}
	if n.asked > 0 {
		n.since = time.Now()
	}
	if n.told {
		n.told = false
		n.tell(Delay{})
	}
}

// waiting takes note that the server asks to wait before it is asked again.
func (n *noAnswer) waiting(asked time.Duration) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if asked > shortWait {
		n.told = true
		n.tell(Delay{Asked: asked})
	}
}

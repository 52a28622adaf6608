// Package delay reports why a call to the server takes long. It observes calls through their context.
package delay

import (
	"context"
	"sync"
	"time"
)

// Delay is the reason why a call takes long. The zero Delay means that there is none any more.
type Delay struct {
	Silent time.Duration // how long the server has not answered
	Asked  time.Duration // or how long it asks the call to wait, which the call does
}

// shortWait is the longest wait that the server may ask for without the user being told.
const shortWait = 2 * time.Second

// Watcher measures how long the server has not answered the requests of a context.
type Watcher struct {
	tell func(Delay)

	mu    sync.Mutex
	since time.Time // the last answer, or the first request after that; zero where there is none
	asked int       // the number of requests under way
	told  bool
}

type key struct{}

// Watch returns a context whose calls report to f why they take long. When a request starts and the server has not
// answered for longer than one attempt may take, f gets how long that is. When the server asks for a wait, f gets its
// length. When the server answers after that, f gets the zero Delay.
//
// Calls with the context must follow one another, or run in parallel until the first answer. f must not block.
func Watch(ctx context.Context, f func(Delay)) context.Context {
	return context.WithValue(ctx, key{}, &Watcher{tell: f})
}

type noWaits struct{}

// WithoutWaits returns a context whose calls fail when the server asks for a wait that would be told, because the caller tries
// again by itself.
func WithoutWaits(ctx context.Context) context.Context {
	return context.WithValue(ctx, noWaits{}, true)
}

// Allows reports whether a call of ctx may wait for so long because the server asks it to.
func Allows(ctx context.Context, wait time.Duration) bool {
	return wait <= shortWait || ctx.Value(noWaits{}) == nil
}

// FromContext returns the Watcher of ctx. Without Watch, it returns one that reports to nobody.
func FromContext(ctx context.Context) *Watcher {
	if w, ok := ctx.Value(key{}).(*Watcher); ok {
		return w
	}
	return &Watcher{tell: func(Delay) {}}
}

// RequestStarted records that a request starts now. limit is how long one attempt may take.
func (w *Watcher) RequestStarted(limit time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.asked++
	if w.since.IsZero() {
		w.since = time.Now()
	}
	if silent := time.Since(w.since); silent >= limit {
		w.told = true
		w.tell(Delay{Silent: silent})
	}
}

// RequestEnded records the end of a request, and whether the server answered it.
func (w *Watcher) RequestEnded(answered bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.asked--
	if !answered {
		return
	}
	w.since = time.Time{}
	if w.asked > 0 {
		w.since = time.Now()
	}
	if w.told {
		w.told = false
		w.tell(Delay{})
	}
}

// AskedToWait records that the server asks for a wait before the next request.
func (w *Watcher) AskedToWait(asked time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if asked > shortWait {
		w.told = true
		w.tell(Delay{Asked: asked})
	}
}

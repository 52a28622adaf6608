// Package delay tells why a call to the server takes long, by the context of the call.
package delay

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

// Watched is how long the server has not answered what is asked in a context.
type Watched struct {
	tell func(Delay)

	mu    sync.Mutex
	since time.Time // the last answer, or the first request after that; zero where there is none
	asked int       // requests under way
	told  bool
}

type key struct{}

// Watch returns a context with which calls tell f how long the server has not answered, each time that it is asked
// again after longer than one attempt may take, or how long it asks to wait. Once it has answered, they tell no Delay.
// Calls with the context follow one another, or are made side by side until the first answer; f must not block.
func Watch(ctx context.Context, f func(Delay)) context.Context {
	return context.WithValue(ctx, key{}, &Watched{tell: f})
}

// Of returns what is told in ctx. Without Watch, that is nobody.
func Of(ctx context.Context) *Watched {
	if w, ok := ctx.Value(key{}).(*Watched); ok {
		return w
	}
	return &Watched{tell: func(Delay) {}}
}

// Asking takes note that the server is asked now. limit is that of one attempt.
func (w *Watched) Asking(limit time.Duration) {
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

// Heard takes note of the end of a request, and whether the server has answered it.
func (w *Watched) Heard(answered bool) {
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

// AskedToWait takes note that the server asks to wait before it is asked again.
func (w *Watched) AskedToWait(asked time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if asked > shortWait {
		w.told = true
		w.tell(Delay{Asked: asked})
	}
}

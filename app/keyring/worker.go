package keyring

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"accesskeys/client"
)

// ErrPanicked is behind the error of a call that panicked.
var ErrPanicked = errors.New("keyring call panicked")

// worker makes calls that nothing can interrupt, one at a time. It has a goroutine while there is one.
type worker struct {
	limit time.Duration // a call that takes longer counts as stuck
	turns turns

	mu    sync.Mutex
	asked *call // the one that is made now
}

// call is one question to the keyring.
type call struct {
	question string // one that asks the same shares the answer, if there is no undo; "" asks for itself
	ask      func() (client.Secret, error)
	undo     func() // what to do after ask if the caller has left by then; may be nil

	settled atomic.Bool // by the first of two: the caller that leaves, or the worker with an answer
	secret  client.Secret
	err     error
	over    <-chan struct{} // closed when the worker is free again
}

// do waits for its turn, makes the call and returns its answer, however late, or ctx's error. As long as
// another call is stuck, it returns a *Error of Busy at once: it takes no turn behind one
// that may never end, and asks a user nothing while they are being asked. But the answer to the same
// question it waits for, because that may have been asked by somebody who has left.
func (w *worker) do(ctx context.Context, c *call) (client.Secret, error) {
	if same := w.asking(c.question); same != nil {
		return same.answer(ctx)
	}
	t, err := w.turns.take(ctx, w.patience(ctx))
	if err != nil {
		return client.Secret{}, err
	}
	c.over = t.over
	w.set(c)
	go w.run(c, t)
	return c.answer(ctx)
}

// InCall reports whether a call is being made.
func (k *Keyring) InCall() bool {
	k.worker.mu.Lock()
	defer k.worker.mu.Unlock()
	return k.worker.asked != nil
}

// asking returns the call that is made now, if it asks that question.
func (w *worker) asking(question string) *call {
	w.mu.Lock()
	defer w.mu.Unlock()
	if question == "" || w.asked == nil || w.asked.question != question {
		return nil
	}
	return w.asked
}

func (w *worker) set(c *call) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.asked = c
}

// answer waits for the answer for as long as ctx lasts.
func (c *call) answer(ctx context.Context) (client.Secret, error) {
	select {
	case <-c.over:
	case <-ctx.Done():
		if c.undo == nil || c.settled.CompareAndSwap(false, true) {
			return client.Secret{}, ctx.Err()
		}
		<-c.over
	}
	return c.secret, c.err
}

// run is the worker.
func (w *worker) run(c *call, t *turn) {
	secret, err := guarded(c.ask)
	if c.undo == nil || c.settled.CompareAndSwap(false, true) {
		c.secret, c.err = secret, err
	} else if err == nil {
		_, _ = guarded(func() (client.Secret, error) { c.undo(); return client.Secret{}, nil })
	}
	w.set(nil)
	w.turns.end(t)
}

// guarded calls ask. go-keyring panics when the bus goes away under a prompt: godbus closes the channel
// that it waits on. That must not end the application.
func guarded(ask func() (client.Secret, error)) (s client.Secret, err error) {
	defer func() {
		if r := recover(); r != nil {
			s, err = client.Secret{}, fmt.Errorf("%w: %v", ErrPanicked, r)
		}
	}()
	return ask()
}

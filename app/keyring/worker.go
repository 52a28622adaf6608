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

// ErrPanicked is wrapped by the error of a call that panicked.
var ErrPanicked = errors.New("keyring call panicked")

// worker makes calls that cannot be interrupted, one at a time. It runs each call in a goroutine of its own.
type worker struct {
	limit time.Duration // a call that takes longer counts as stuck
	turns turns

	mu    sync.Mutex
	asked *call // the call that is being made; nil if there is none
}

// call is a call to the keyring.
type call struct {
	question string // calls with the same question share an answer; "" is never shared
	ask      func() (client.Secret, error)
	undo     func() // undoes ask if the caller has stopped waiting before the answer; may be nil

	settled atomic.Bool // set by whichever is first: the caller that stops waiting, or the worker with the answer
	secret  client.Secret
	err     error
	over    <-chan struct{} // closed when the worker is free again
}

// do waits for its turn, makes the call, and returns its answer, or ctx's error if that is done first. While another call
// is stuck, do returns an *Error of Busy at once, because that call may never end and may be asking the user something.
// If the other call has the same question, do waits for its answer instead, stuck or not.
func (w *worker) do(ctx context.Context, c *call) (client.Secret, error) {
	if same := w.asking(c.question); same != nil {
		return same.answer(ctx)
	}
	t, err := w.turns.take(ctx, w.callLimit(ctx))
	if err != nil {
		return client.Secret{}, err
	}
	c.over = t.over
	w.set(c)
	go w.run(c, t)
	return c.answer(ctx)
}

// InCall reports whether a call to the keyring is under way.
func (k *Keyring) InCall() bool {
	k.worker.mu.Lock()
	defer k.worker.mu.Unlock()
	return k.worker.asked != nil
}

// asking returns the call under way if it has the given question, and nil otherwise.
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

// answer waits for the answer until ctx is done. If the call has an undo and was answered just before, it returns the
// answer all the same.
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

// run makes the call in the worker's goroutine and ends the turn.
func (w *worker) run(c *call, t *turn) {
	secret, err := recoverPanic(c.ask)
	if c.undo == nil || c.settled.CompareAndSwap(false, true) {
		c.secret, c.err = secret, err
	} else if err == nil {
		_, _ = recoverPanic(func() (client.Secret, error) { c.undo(); return client.Secret{}, nil })
	}
	w.set(nil)
	w.turns.end(t)
}

// recoverPanic calls ask and returns an error if it panics. go-keyring panics when the bus goes away during a prompt,
// because godbus closes the channel on which it waits.
func recoverPanic(ask func() (client.Secret, error)) (s client.Secret, err error) {
	defer func() {
		if r := recover(); r != nil {
			s, err = client.Secret{}, fmt.Errorf("%w: %v", ErrPanicked, r)
		}
	}()
	return ask()
}

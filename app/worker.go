package app

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"accesskeys/client"
)

var errStuck = errors.New("an earlier call is still unanswered")

// worker makes calls that nothing can interrupt, one at a time. It has a goroutine while there is one.
type worker struct {
	mu      sync.Mutex
	current *call
}

// call is one question to the keyring.
type call struct {
	ask  func() (client.Secret, error)
	undo func() // what to do after ask if the caller has left by then; may be nil

	late    context.Context // ends when the call should have been answered
	settled atomic.Bool     // by whoever is first: the caller that leaves, or the worker with an answer
	secret  client.Secret
	err     error
	done    chan struct{} // closed when the worker is free again
}

// do waits for its turn, makes the call and returns its answer, or ctx's error. As long as an earlier
// call is unanswered after its time, it returns a *KeyringError of KeyringBusy at once.
func (w *worker) do(ctx context.Context, c *call) (client.Secret, error) {
	if err := w.enter(ctx, c); err != nil {
		return client.Secret{}, err
	}
	select {
	case <-c.done:
	case <-ctx.Done():
		if c.settled.CompareAndSwap(false, true) {
			return client.Secret{}, ctx.Err()
		}
		<-c.done
	}
	return c.secret, c.err
}

// enter starts c as soon as nothing else runs.
func (w *worker) enter(ctx context.Context, c *call) error {
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		other := w.start(ctx, c)
		if other == nil {
			return nil
		}
		select {
		case <-other.done:
		case <-ctx.Done():
		case <-other.late.Done():
			select {
			case <-other.done:
			default:
				return &KeyringError{Kind: KeyringBusy, Err: errStuck}
			}
		}
	}
}

// start starts c and returns nil, or returns the call that is in its way.
func (w *worker) start(ctx context.Context, c *call) *call {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.current != nil {
		return w.current
	}
	w.current = c
	c.done = make(chan struct{})
	// The deadline alone: a caller that was told to leave says nothing about the keyring.
	var cancel context.CancelFunc = func() {}
	c.late = context.WithoutCancel(ctx)
	if deadline, ok := ctx.Deadline(); ok {
		c.late, cancel = context.WithDeadline(c.late, deadline)
	}
	go w.run(c, cancel)
	return nil
}

// run is the worker.
func (w *worker) run(c *call, cancel context.CancelFunc) {
	secret, err := guarded(c.ask)
	if c.settled.CompareAndSwap(false, true) {
		c.secret, c.err = secret, err
	} else if err == nil && c.undo != nil {
		_, _ = guarded(func() (client.Secret, error) { c.undo(); return client.Secret{}, nil })
	}
	w.mu.Lock()
	w.current = nil
	w.mu.Unlock()
	close(c.done)
	cancel()
}

// guarded calls ask. go-keyring panics when the bus goes away under a prompt: godbus closes the channel
// that it waits on. That must not end the application.
func guarded(ask func() (client.Secret, error)) (s client.Secret, err error) {
	defer func() {
		if r := recover(); r != nil {
			s, err = client.Secret{}, fmt.Errorf("keyring call panicked: %v", r)
		}
	}()
	return ask()
}

// Package process has what the program does as a process: how it is told to end, and where its log goes.
package process

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// takeBackLimit is how long TakeBack waits for another listener.
const takeBackLimit = 5 * time.Second

// EndSignals are the signals that ask the program to end.
type EndSignals struct {
	// Reason is why the end of a Windows session has to wait, in the user's language. It may be nil.
	Reason func() string

	heeded  []os.Signal
	arrived chan os.Signal
}

// NewEndSignals listens for the signals from now on. One that was ignored when the program started stays ignored,
// as nohup and a shell's background jobs want it.
func NewEndSignals() *EndSignals {
	e := &EndSignals{arrived: make(chan os.Signal, 1)}
	for _, s := range []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) {
			e.heeded = append(e.heeded, s)
		}
	}
	e.listen()
	return e
}

func (e *EndSignals) listen() {
	if len(e.heeded) > 0 { // no signal would mean every one
		signal.Notify(e.arrived, e.heeded...)
	}
}

var errSessionEnds = errors.New("the end of the session")

// Context returns a context that is done, with the signal's name as its cause, once one of the signals has arrived, or
// Windows ends the session. Further ones change nothing: a system that ends a session often sends two.
func (e *EndSignals) Context(parent context.Context) context.Context {
	ctx, cancel := context.WithCancelCause(parent)
	onSessionEnd(ctx, e.Reason, func() { cancel(errSessionEnds) })
	go func() {
		select {
		case s := <-e.arrived:
			cancel(errors.New(s.String()))
		case <-ctx.Done():
		}
	}()
	return ctx
}

// Expect prepares for TakeBack, before another part of the program begins to listen for SIGINT and SIGTERM. SIGINT is
// ignored until then: that it is not any more tells TakeBack that there is a listener.
func (e *EndSignals) Expect() { signal.Ignore(syscall.SIGINT) }

// TakeBack waits until the other part listens, and takes the signals away from it.
func (e *EndSignals) TakeBack() {
	for deadline := time.Now().Add(takeBackLimit); signal.Ignored(syscall.SIGINT) && time.Now().Before(deadline); {
		time.Sleep(time.Millisecond)
	}
	signal.Reset(syscall.SIGINT, syscall.SIGTERM)
	e.listen()
}

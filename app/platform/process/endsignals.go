// Package process handles the signals that end the program, its console, and the output of its log.
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
	// Reason returns why the end of a Windows session must wait, in the user's language. It may be nil.
	Reason func() string

	signals []os.Signal
	arrived chan os.Signal
}

// NewEndSignals starts to listen for the signals. A signal that was ignored when the program started stays ignored, as
// nohup and background jobs of a shell expect.
func NewEndSignals() *EndSignals {
	e := &EndSignals{arrived: make(chan os.Signal, 1)}
	for _, s := range []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) {
			e.signals = append(e.signals, s)
		}
	}
	e.listen()
	return e
}

func (e *EndSignals) listen() {
	if len(e.signals) > 0 { // without arguments, Notify would listen for all signals
		signal.Notify(e.arrived, e.signals...)
	}
}

var errSessionEnds = errors.New("the end of the session")

// Context returns a context that is cancelled when one of the signals arrives or Windows ends the session. Its cause has
// the name of the signal. Further signals have no effect, since a system that ends a session often sends two.
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

// Expect prepares for TakeBack. It must be called before another part of the program begins to listen for SIGINT and
// SIGTERM. It ignores SIGINT, so that TakeBack notices that listener by SIGINT no longer being ignored.
func (e *EndSignals) Expect() { signal.Ignore(syscall.SIGINT) }

// TakeBack waits until the other part of the program listens, and takes the signals back from it.
func (e *EndSignals) TakeBack() {
	for deadline := time.Now().Add(takeBackLimit); signal.Ignored(syscall.SIGINT) && time.Now().Before(deadline); {
		time.Sleep(time.Millisecond)
	}
	signal.Reset(syscall.SIGINT, syscall.SIGTERM)
	e.listen()
}

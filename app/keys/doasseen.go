package keys

import (
	"context"
	"fmt"

	"accesskeys/client"
)

// ChangedError means that a key is in another state than the user saw, so that nothing was done to it.
type ChangedError struct {
	State client.State // what it is now; StateDeleted also when it is no longer there
	Again bool         // it is in that state again, after it was changed elsewhere
	Err   error        // the server's refusal, nil where it was not asked
}

// Error implements error, for logs, which do not hold what a server calls its states.
func (e *ChangedError) Error() string { return "the key is in another state by now" }

// Unwrap returns the server's refusal.
func (e *ChangedError) Unwrap() error { return e.Err }

// UncheckedError means that a key could not be read before a change, so that nothing was done.
type UncheckedError struct {
	Err error // why not
}

// Error implements error, for logs.
func (e *UncheckedError) Error() string { return fmt.Sprintf("not checked, so not done: %v", e.Err) }

// Unwrap returns why the key could not be read.
func (e *UncheckedError) Unwrap() error { return e.Err }

// recheck reads the key. It returns an error if the key is no longer as the user saw it.
func (w *Work) recheck(ctx context.Context, seen Key) (*change, error) {
	c, err := w.read(ctx)
	switch {
	case err != nil:
		return nil, &UncheckedError{Err: err}
	case c.state != seen.State:
		return &c, &ChangedError{State: c.state}
	}
	return nil, nil
}

// DoAsSeen does the operation if the key is still as the user saw it when asked to confirm. It reads the key first.
// Nothing is done if its state has changed, which is a *ChangedError, or if it cannot be read, which is an
// *UncheckedError. Other errors are those of Do.
func (w *Work) DoAsSeen(ctx context.Context, seen Key) error {
	return w.do(ctx, func() (*change, error) { return w.recheck(ctx, seen) })
}

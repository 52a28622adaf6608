package keyring

import (
	"context"
	"errors"
	"sync"
	"time"
)

var errStuck = errors.New("an earlier call is still unanswered")

// turns lets one act at a time, and turns others away once that takes too long.
type turns struct {
	mu      sync.Mutex
	current *turn
}

// turn is the right to act, until it is given back.
type turn struct {
	late time.Time     // when it should have been given back
	over chan struct{} // closed when it was
}

// take waits for a turn. It returns ctx's error, or a *Error of Busy as soon as another one
// takes longer than it should. The turn taken should take no longer than limit.
func (q *turns) take(ctx context.Context, limit time.Duration) (*turn, error) {
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		mine, other := q.begin(limit)
		if other == nil {
			return mine, nil
		}
		if err := other.wait(ctx); err != nil {
			return nil, err
		}
	}
}

// begin returns a turn if nobody has one, else the one that is in the way.
func (q *turns) begin(limit time.Duration) (mine, other *turn) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.current != nil {
		return nil, q.current
	}
	q.current = &turn{late: time.Now().Add(limit), over: make(chan struct{})}
	return q.current, nil
}

// end gives a turn back.
func (q *turns) end(t *turn) {
	q.mu.Lock()
	q.current = nil
	q.mu.Unlock()
	close(t.over)
}

// wait waits until another's turn is over, for as long as ctx lasts and it is not late.
func (t *turn) wait(ctx context.Context) error {
	late := time.NewTimer(time.Until(t.late))
	defer late.Stop()
	select {
	case <-t.over:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-late.C:
	}
	select {
	case <-t.over:
		return nil
	default:
		return &Error{Kind: Busy, Err: errStuck}
	}
}

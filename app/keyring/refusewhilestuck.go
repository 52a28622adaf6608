package keyring

import (
	"context"
	"errors"
	"sync"
	"time"
)

var errStuck = errors.New("an earlier call is still unanswered")

// turns is a lock that refuses to wait for a holder that takes too long.
type turns struct {
	mu      sync.Mutex
	current *turn
}

// turn is a lock held on turns, until it ends.
type turn struct {
	late time.Time     // when it should have ended
	over chan struct{} // closed when it has ended
}

// take waits for a turn. It returns ctx's error, or an *Error of Busy as soon as another turn takes longer than its limit.
// limit is how long the new turn may take.
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

// begin returns a new turn, or the other turn that is not over yet.
func (q *turns) begin(limit time.Duration) (mine, other *turn) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.current != nil {
		return nil, q.current
	}
	q.current = &turn{late: time.Now().Add(limit), over: make(chan struct{})}
	return q.current, nil
}

// end ends a turn.
func (q *turns) end(t *turn) {
	q.mu.Lock()
	q.current = nil
	q.mu.Unlock()
	close(t.over)
}

// wait waits until the turn is over. It returns an error if ctx is done first, or if the turn is late.
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

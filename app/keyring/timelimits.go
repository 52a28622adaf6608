package keyring

import (
	"context"
	"time"
)

// Patience is how long a user who wants something else waits for the keyring. What it was asked goes on behind.
const Patience = 2 * time.Second

// Limit is when a call counts as stuck: long enough to type a password.
const Limit = 15 * time.Second

// patience is how long a call may take before it counts as stuck: no longer than its caller's time. A
// caller that is told to leave earlier says nothing about the keyring.
func (w *worker) patience(ctx context.Context) time.Duration {
	if deadline, ok := ctx.Deadline(); ok {
		return min(w.limit, time.Until(deadline))
	}
	return w.limit
}

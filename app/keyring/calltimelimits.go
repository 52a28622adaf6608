package keyring

import (
	"context"
	"time"
)

// ShortLimit is how long the program waits for the keyring when the user has asked for something else. The keyring call
// goes on in the background.
const ShortLimit = 2 * time.Second

// Limit is the time after which a call counts as stuck. It is long enough to type a password.
const Limit = 15 * time.Second

// callLimit returns the time after which a call with ctx counts as stuck: w.limit, or less if ctx has an earlier deadline.
// A ctx that is cancelled before does not make the call count as stuck.
func (w *worker) callLimit(ctx context.Context) time.Duration {
	if deadline, ok := ctx.Deadline(); ok {
		return min(w.limit, time.Until(deadline))
	}
	return w.limit
}

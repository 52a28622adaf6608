package route

import "time"

// DefaultSeconds is the limit of one attempt where the Network has none.
const DefaultSeconds = 10

// Limit is how long one attempt may take.
func (n Network) Limit() time.Duration {
	seconds := n.Seconds
	if seconds <= 0 {
		seconds = DefaultSeconds
	}
	return time.Duration(seconds) * time.Second
}

// CallLimit is how long a call takes at most, with all its attempts, where its context has no deadline.
func (n Network) CallLimit() time.Duration { return 3 * n.Limit() }

// WaitLimit is the time for anything that a user waits for: sign-in and first list together, or a change and reading
// what became of it.
func (n Network) WaitLimit() time.Duration { return n.CallLimit() * 3 / 2 }

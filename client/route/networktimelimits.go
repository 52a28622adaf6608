package route

import "time"

// DefaultSeconds is the time limit of one attempt if the Network sets none.
const DefaultSeconds = 10

// Limit returns how long one attempt may take.
func (n Network) Limit() time.Duration {
	seconds := n.Seconds
	if seconds <= 0 {
		seconds = DefaultSeconds
	}
	return time.Duration(seconds) * time.Second
}

// CallLimit returns how long a call may take with all its attempts if its context has no deadline.
func (n Network) CallLimit() time.Duration { return 3 * n.Limit() }

// WaitLimit returns the time limit for anything that a user waits for, such as signing in and reading the first list, or
// a change and reading its result.
func (n Network) WaitLimit() time.Duration { return n.CallLimit() * 3 / 2 }

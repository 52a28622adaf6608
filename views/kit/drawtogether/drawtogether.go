// Package drawtogether draws at once all that changes together, because the toolkit draws the whole window each time.
package drawtogether

import "time"

// maxHold is how long drawing waits for an action that will most likely change something once more. It is longer than a
// secret takes to come out of the keyring, which is about as long as drawing takes.
const maxHold = 60 * time.Millisecond

// Requests collects the requests to draw something.
type Requests struct {
	After func(time.Duration, func()) (stop func())
	Draw  func() // draws what has changed

	stopHold  func() // stops the timer of Hold; nil while nothing is held
	requested bool
}

// Request draws what has changed: now, or when Hold ends.
func (r *Requests) Request() {
	r.requested = true
	if r.stopHold == nil {
		r.flush()
	}
}

// Hold delays drawing until Now, but not for long.
func (r *Requests) Hold() {
	if r.stopHold == nil {
		r.stopHold = r.After(maxHold, r.release)
	}
}

// Now draws what has changed at once, and ends Hold.
func (r *Requests) Now() {
	r.requested = true
	r.release()
}

func (r *Requests) release() {
	if r.stopHold != nil {
		r.stopHold()
		r.stopHold = nil
	}
	r.flush()
}

func (r *Requests) flush() {
	if r.requested {
		r.requested = false
		r.Draw()
	}
}

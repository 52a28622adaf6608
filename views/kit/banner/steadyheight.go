package banner

import (
	"time"

	"accesskeys/views/kit/style"
)

const (
	// leaveTime is how long the pointer must be outside of everything below before it counts as gone: when it moves from
	// one row to the next, the toolkit reports that it leaves the first before it reports that it is over the second.
	leaveTime = 100 * time.Millisecond
	// restTime is how long the pointer stays on one row before its user counts as not about to click.
	restTime = 3 * time.Second
)

// SteadyBar gives a bar its height. While the user may be about to click the content below the bar, the height stays the
// same, so that the content does not move away from under the pointer.
type SteadyBar struct {
	Bar        *Bar
	HasPointer func() bool // reports whether the pointer is over the content below
	After      func(time.Duration, func()) (stop func())
	Now        func() time.Time
	Relayout   func() // called when the height may change
	OnMoved    func() // the content has moved under the pointer

	height   float32
	movedAt  time.Time // when the pointer last came to another row
	pending  bool      // the bar gets another height when the pointer leaves or rests
	stopRest func()
}

// Fit fills the bar for a width, as Bar.Fit does, and returns its height including the gap below it.
func (r *SteadyBar) Fit(width, spare float32) float32 {
	style.Show(r.Bar.Object, r.Bar.Message != "")
	wanted := r.Bar.Fit(width, spare)
	moves := wanted != r.height && r.HasPointer()
	if !moves || r.Now().Sub(r.movedAt) >= restTime {
		r.height, r.pending = wanted, false
		if moves {
			r.OnMoved()
		}
		return wanted
	}
	if !r.pending {
		r.pending = true
		r.waitForRest()
	}
	style.Show(r.Bar.Object, r.Bar.Message != "" && r.height > 0)
	r.Bar.Fit(width, r.height)
	return r.height
}

// waitForRest lets the bar change its height once the pointer has not come to another row for a while.
func (r *SteadyBar) waitForRest() {
	if r.stopRest != nil {
		r.stopRest()
	}
	r.stopRest = r.After(restTime, func() {
		if r.pending {
			r.Relayout()
		}
	})
}

// PointerMoved must be called when the pointer has come over another row of the content below, or left it. It lets the bar
// change its height once the pointer has left.
func (r *SteadyBar) PointerMoved() {
	r.movedAt = r.Now()
	switch {
	case !r.pending:
	case r.HasPointer():
		r.waitForRest()
	default:
		r.After(leaveTime, func() {
			if r.pending && !r.HasPointer() {
				r.Relayout()
			}
		})
	}
}

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

// SteadyBar gives a bar its height. A bar that needs more room gets it at once. A bar that needs less keeps its height
// until the pointer leaves the content below, so that a user who is about to click there does not miss.
type SteadyBar struct {
	Bar        *Bar
	HasPointer func() bool // reports whether the pointer is over the content below
	After      func(time.Duration, func()) (stop func())
	Now        func() time.Time
	Relayout   func() // called when the height may change
	OnMoved    func() // the content has moved under the pointer

	height  float32
	movedAt time.Time // when the pointer last came to another row
	pending bool      // the bar gets lower when the pointer leaves
}

// Fit fills the bar for a width, as Bar.Fit does, and returns its height including the gap below it.
func (r *SteadyBar) Fit(width, spare float32) float32 {
	style.Show(r.Bar.Object, r.Bar.Message != "")
	wanted := r.Bar.Fit(width, spare)
	aimed := r.pending || r.Now().Sub(r.movedAt) < restTime
	if r.pending = wanted < r.height && aimed && r.HasPointer(); r.pending {
		r.Bar.Fit(width, r.height)
		return r.height
	}
	if wanted != r.height && r.HasPointer() {
		r.OnMoved()
	}
	r.height = wanted
	return wanted
}

// PointerMoved must be called when the pointer has come over another row of the content below, or left it. It lets the bar
// get lower once the pointer has left.
func (r *SteadyBar) PointerMoved() {
	r.movedAt = r.Now()
	if !r.pending || r.HasPointer() {
		return
	}
	r.After(leaveTime, func() {
		if r.pending && !r.HasPointer() {
			r.Relayout()
		}
	})
}

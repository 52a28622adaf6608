package banner

import (
	"time"

	"accesskeys/views/kit/style"
)

// leaveTime is how long the pointer must be outside of everything below before it counts as gone: when it moves from
// one row to the next, the toolkit reports that it leaves the first before it reports that it is over the second.
const leaveTime = 100 * time.Millisecond

// SteadyBar gives a bar its height. While the pointer is over the content below the bar, the height stays the same, so
// that the content does not move away when the user is about to click it.
type SteadyBar struct {
	Bar           *Bar
	HasPointer    func() bool // reports whether the pointer is over the content below
	After         func(time.Duration, func()) (stop func())
	OnPointerLeft func() // the pointer has left, so that the height may change

	height  float32
	pending bool // the bar gets another height when the pointer leaves
}

// Fit fills the bar for a width, as Bar.Fit does, and returns its height including the gap below it.
func (r *SteadyBar) Fit(width, spare float32) float32 {
	style.Show(r.Bar.Object, r.Bar.Message != "")
	wanted := r.Bar.Fit(width, spare)
	r.pending = wanted != r.height && r.HasPointer()
	if !r.pending {
		r.height = wanted
		return wanted
	}
	style.Show(r.Bar.Object, r.Bar.Message != "" && r.height > 0)
	r.Bar.Fit(width, r.height)
	return r.height
}

// PointerMoved lets the bar change its height once the pointer has left the content below.
func (r *SteadyBar) PointerMoved() {
	if r.pending && !r.HasPointer() {
		r.After(leaveTime, func() {
			if r.pending && !r.HasPointer() {
				r.OnPointerLeft()
			}
		})
	}
}

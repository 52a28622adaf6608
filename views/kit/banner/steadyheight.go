package banner

import (
	"time"

	"accesskeys/views/kit/style"
)

// leaveTime is how long the pointer must be outside of everything below before it counts as gone: when it moves from
// one row to the next, the toolkit reports that it leaves the first before it reports that it is over the second.
const leaveTime = 100 * time.Millisecond

// Room gives a bar its height. While the pointer is over the content below the bar, the height stays the same, so that
// the content does not move away when the user is about to click it.
type Room struct {
	Bar     *Bar
	Pointed func() bool // reports whether the pointer is over the content below
	After   func(time.Duration, func()) (stop func())
	OnFreed func() // the pointer has left, so that the height may change

	height float32
	waits  bool // the bar gets another height when the pointer leaves
}

// Fit fills the bar for a width, as Bar.Fit does, and returns its height including the gap below it.
func (r *Room) Fit(width, spare float32) float32 {
	style.Show(r.Bar.Object, r.Bar.What != "")
	wanted := r.Bar.Fit(width, spare)
	r.waits = wanted != r.height && r.Pointed()
	if !r.waits {
		r.height = wanted
		return wanted
	}
	style.Show(r.Bar.Object, r.Bar.What != "" && r.height > 0)
	r.Bar.Fit(width, r.height)
	return r.height
}

// PointerMoved lets the bar change its height once the pointer has left the content below.
func (r *Room) PointerMoved() {
	if r.waits && !r.Pointed() {
		r.After(leaveTime, func() {
			if r.waits && !r.Pointed() {
				r.OnFreed()
			}
		})
	}
}

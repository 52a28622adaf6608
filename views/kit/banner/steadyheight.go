package banner

import (
	"time"

	"accesskeys/views/kit/style"
)

// leaveTime is how long the pointer is over nothing before it has left: it leaves one thing before it comes over the next.
const leaveTime = 100 * time.Millisecond

// Room is the height that a bar has. It stays the same while the pointer is over what is below, so that this does not move
// away when a user is about to click it.
type Room struct {
	Bar     *Bar
	Pointed func() bool // the pointer is over what is below
	After   func(time.Duration, func()) (stop func())
	OnFreed func() // the bar may have another height by now

	height float32
	waits  bool // for the pointer to leave
}

// Fit fills the bar in a width, as Bar.Fit does, and returns the height that it takes, the gap below included.
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

// PointerMoved gives the bar its height once the pointer has left what is below.
func (r *Room) PointerMoved() {
	if r.waits && !r.Pointed() {
		r.After(leaveTime, func() {
			if r.waits && !r.Pointed() {
				r.OnFreed()
			}
		})
	}
}

// Package steady keeps what is under the pointer where it is: if it moved, a click would act on something else.
package steady

import "time"

// LeaveTime is how long the pointer must be outside of all that it must stay over before it counts as gone: when it moves
// from one object to the next, the toolkit reports that it leaves the first before it reports that it is over the second.
const LeaveTime = 100 * time.Millisecond

// Height is a height that waits to change while the pointer is over what would move. The zero value is the height 0.
type Height struct {
	value   float32
	pending bool
}

// To changes the height to wanted, unless it has to wait, and returns it.
func (h *Height) To(wanted float32, wait bool) float32 {
	if h.pending = wait && wanted != h.value; !h.pending {
		h.value = wanted
	}
	return h.value
}

// Shrink is To for a height that need not wait to grow.
func (h *Height) Shrink(wanted float32, wait bool) float32 {
	return h.To(wanted, wait && wanted < h.value)
}

// Value returns the height as it is now.
func (h *Height) Value() float32 { return h.value }

// Pending reports whether the height is to change once the pointer has gone.
func (h *Height) Pending() bool { return h.pending }

package keyscard

import (
	"time"

	"accesskeys/views/kit/style"
)

// leaveTime is how long the pointer must be outside of all rows before it counts as gone: when it moves from one row to the
// next, the toolkit reports that it leaves the first before it reports that it is over the second.
const leaveTime = 100 * time.Millisecond

// steadyHeight is a height that waits to change while the pointer is over a row, so that the row does not move away from
// under it: a click would act on another key.
type steadyHeight struct {
	height  float32
	pending bool // it is to change
}

// to changes the height to wanted, unless it has to wait, and returns it.
func (s *steadyHeight) to(wanted float32, wait bool) float32 {
	if s.pending = wait && wanted != s.height; !s.pending {
		s.height = wanted
	}
	return s.height
}

// steady is the heights that wait.
type steady struct {
	bar   steadyHeight // including the gap below it
	room  steadyHeight // for the bar and the rows
	width float32      // for which the card was laid out
	after func(time.Duration, func()) (stop func())
}

// fitBar fills the bar for a width, and returns its height including the gap below it. A bar that waits for more room is
// cut, or hidden; one that waits for less leaves a gap.
func (v *View) fitBar(width, spare float32) float32 {
	style.Show(v.Bar.Object, v.Bar.Message != "")
	wanted := v.Bar.Fit(width, spare)
	height := v.steady.bar.to(wanted, v.hasPointer())
	if height != wanted {
		style.Show(v.Bar.Object, v.Bar.Message != "" && height > 0)
		v.Bar.Fit(width, height)
	}
	return height
}

// steadyRoom returns the room for the bar and the rows. It waits to grow: as messages below the card go, the rows at the
// end of the list slide down.
func (v *View) steadyRoom(room, width float32) float32 {
	s := &v.steady
	resized := width != s.width
	s.width = width
	return s.room.to(room, room > s.room.height && !resized && v.hasPointer())
}

// hasPointer reports whether the pointer is over something below the bar that a click acts on.
func (v *View) hasPointer() bool { return v.list.Pool.HasPointer() || v.Selected.HasPointer() }

// PointerMoved must be called when the pointer has come over a row or a button below the rows, or left it. It changes the
// heights that wait once the pointer has left.
func (v *View) PointerMoved() {
	if !v.waits() || v.hasPointer() {
		return
	}
	v.steady.after(leaveTime, func() {
		if v.waits() && !v.hasPointer() {
			v.Relayout()
		}
	})
}

func (v *View) waits() bool { return v.steady.bar.pending || v.steady.room.pending }

package keyscard

import (
	"time"

	"accesskeys/views/keytable"
	"accesskeys/views/kit/steady"
	"accesskeys/views/kit/style"
)

// steadyHeights is the heights that wait to change while rows must stay where they are.
type steadyHeights struct {
	bar   steady.Height // including the gap below it
	lift  steady.Height // what messages above the foot take from the rows
	above float32       // the height of those messages
	foot  float32       // the height of the line below the rows and of what is below it; 0 if messages have room there
	width float32       // for which the card was laid out
	after func(time.Duration, func()) (stop func())
	asked func() bool // a question or a menu is open, which may point at a row

	onFoot func() // foot has changed, so that the messages have another place
}

// setFoot sets the height of the line below the rows and of what is below it.
func (s *steadyHeights) setFoot(height float32) {
	if height != s.foot {
		s.foot = height
		s.onFoot()
	}
}

// fitBar fills the bar for a width, and returns its height including the gap below it. A bar that waits for more room is
// cut, or hidden; one that waits for less leaves a gap.
func (v *View) fitBar(width, spare float32) float32 {
	style.Show(v.Bar.Object, v.Bar.Message != "")
	wanted := v.Bar.Fit(width, spare)
	height := v.steady.bar.To(wanted, v.hasPointer())
	if height != wanted {
		style.Show(v.Bar.Object, v.Bar.Message != "" && height > 0)
		v.Bar.Fit(width, height)
	}
	return height
}

// Lift makes the rows lower by the height of messages, and returns how high the line below the rows is, with what is below
// it; 0 if the messages have room below that.
func (v *View) Lift(height float32) (foot float32) {
	if height != v.steady.above {
		v.steady.above = height
		v.Relayout()
	}
	return v.steady.foot
}

// steadyLift returns what messages take from the rows. It waits to get less if the rows slide down then: they do at the end of
// the list.
func (v *View) steadyLift(width float32) float32 {
	s := &v.steady
	resized := width != s.width
	s.width = width
	slides := keytable.SlidesAs(v.list, s.lift.Value()-s.above)
	return s.lift.Shrink(s.above, !resized && (v.hasPointer() || s.asked()) && slides)
}

// hasPointer reports whether the pointer is over something below the bar that a click acts on.
func (v *View) hasPointer() bool { return v.list.Pool.Hovered() != nil || v.Selected.HasPointer() }

// LetGo must be called when the pointer has come over a row or a button below the rows, or left it, and when a question was
// closed. It changes the heights that wait if the rows need not stay any longer.
func (v *View) LetGo() {
	if !v.waits() || v.hasPointer() {
		return
	}
	v.steady.after(steady.LeaveTime, func() {
		if v.waits() && !v.hasPointer() {
			v.Relayout()
		}
	})
}

func (v *View) waits() bool { return v.steady.bar.Pending() || v.steady.lift.Pending() }

package scroll

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Margin is how much of the surroundings is visible around the object that was scrolled to.
const Margin = float32(24)

// RingRoom is how far the ring of the control that has the keyboard reaches beyond it.
const RingRoom = float32(4)

// To scrolls as little as possible so that everything from the top of control to the bottom of until is visible,
// or control alone if not all of that fits. If until is a part of control, until alone is visible then.
func To(s *container.Scroll, content, control, until fyne.CanvasObject) {
	top, last := topWithin(content, control), topWithin(content, until)
	end, bottom := top+control.Size().Height, last+until.Size().Height
	room := s.Size().Height
	if bottom-top > room {
		if bottom <= end {
			top = last
		} else {
			bottom = end
		}
	}
	seenFrom, seenTo := max(0, top-RingRoom), min(bottom+RingRoom, content.Size().Height)
	margin := max(0, min(Margin, (room-(bottom-top))/2))
	if top >= s.Offset.Y && bottom <= s.Offset.Y+room {
		margin = min(margin, RingRoom) // only the ring is cut
	}
	switch {
	case seenFrom < s.Offset.Y:
		s.ScrollToOffset(fyne.NewPos(0, max(0, top-margin)))
	case seenTo > s.Offset.Y+room:
		s.ScrollToOffset(fyne.NewPos(0, max(0, min(bottom+margin, content.Size().Height)-room)))
	}
}

// ToTop scrolls so that o is at the top, as far as there is enough below it.
func ToTop(s *container.Scroll, content, o fyne.CanvasObject) {
	s.ScrollToOffset(fyne.NewPos(0, max(0, min(topWithin(content, o), content.Size().Height-s.Size().Height))))
}

// ToBoth scrolls so that control is visible, and as far as it fits also notice, whose text has just changed.
func ToBoth(s *container.Scroll, content, notice, control fyne.CanvasObject) {
	content.Resize(content.MinSize().Max(s.Size())) // the content is not laid out for the new text yet
	s.Refresh()
	first, last := notice, control
	if topWithin(content, control) < topWithin(content, notice) {
		first, last = control, notice
	}
	To(s, content, first, last)
	To(s, content, notice, notice)
	To(s, content, control, control)
}

// topWithin returns how far an object is below the top of content.
func topWithin(content, o fyne.CanvasObject) float32 {
	if y, found := topInLayout(content, o); found { // the toolkit does not know the position of an object that it has not drawn yet
		return y
	}
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	return place(o).Y - place(content).Y
}

func topInLayout(in, o fyne.CanvasObject) (y float32, found bool) {
	if in == o {
		return 0, true
	}
	if c, ok := in.(*fyne.Container); ok {
		for _, child := range c.Objects {
			if y, found := topInLayout(child, o); found {
				return child.Position().Y + y, true
			}
		}
	}
	return 0, false
}

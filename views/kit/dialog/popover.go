package dialog

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"accesskeys/views/kit/style"
)

const (
	popoverGap   = float32(24) // from the spot to the popover
	popoverReach = float32(72) // from the spot to the popover's right edge, as in the console
	arrowSize    = float32(24)
	arrowDepth   = float32(15) // of its picture, of which the rest is empty
)

// newPopover is an overlay with content beside a spot in the window, to which an arrow points: above it, or
// below where there is no room. A click elsewhere closes it.
func newPopover(content fyne.CanvasObject, spot fyne.Position, close func()) *fyne.Container {
	down := newArrow([3]fyne.Position{{X: 7, Y: 9}, {X: 17, Y: 9}, {X: 12, Y: 16}})
	up := newArrow([3]fyne.Position{{X: 12, Y: 8}, {X: 17, Y: 15}, {X: 7, Y: 15}})
	return container.New(&besideSpot{spot: spot}, newBackdrop(close), container.NewStack(newRaised(), NewFocusGround(), content), down, up)
}

// besideSpot fills the window with the first object, puts the second beside a spot, and one of the other two,
// arrows down and up, between.
type besideSpot struct{ spot fyne.Position }

func (*besideSpot) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *besideSpot) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	backdrop, panel, down, up := objects[0], objects[1], objects[2], objects[3]
	backdrop.Resize(size)
	room := fit(panel, size)
	x := max(0, min(l.spot.X+popoverReach, size.Width-8)-room.Width)
	above, below := l.spot.Y-popoverGap-room.Height, l.spot.Y+popoverGap
	fits := func(y float32) bool { return y >= 0 && y+room.Height <= size.Height }
	fitsAbove, fitsBelow := fits(above), fits(below)
	y := (size.Height - room.Height) / 2
	switch {
	case fitsAbove:
		y = above
	case fitsBelow:
		y = below
	}
	panel.Move(fyne.NewPos(x, y))
	style.Show(down, fitsAbove)
	style.Show(up, fitsBelow && !fitsAbove)
	for _, arrow := range []fyne.CanvasObject{down, up} {
		arrow.Resize(fyne.NewSquareSize(arrowSize))
	}
	at := min(max(l.spot.X, x+arrowSize), x+room.Width-arrowSize) - arrowSize/2
	down.Move(fyne.NewPos(at, y+room.Height-(arrowSize-arrowDepth)-1))
	up.Move(fyne.NewPos(at, y-arrowDepth+1))
}

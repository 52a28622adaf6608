package dialog

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"accesskeys/views/kit/style"
)

const (
	popoverGap   = float32(24) // between the spot's position and the popover
	popoverReach = float32(72) // from the spot to the popover's right edge, as in the console
	arrowSize    = float32(24) // of the square that the arrow is drawn in
	arrowDepth   = float32(15) // how much of that square lies outside of the popover
	arrowBorder  = 1.7         // the height of the border at its tip, which is 1 across its sides
)

// Spot is where in the window something is that a question is about, such as a link.
type Spot struct {
	fyne.Position         // of its middle
	Bottom        float32 // of what belongs to it, such as a row, which a popover below it leaves in sight
}

// newPopover returns an overlay with content beside a spot in the window, and an arrow that points to the spot. The
// content is above the spot, or below it if there is no room above. A click elsewhere closes the popover, and does what beside
// returns; that may be nil.
func newPopover(content fyne.CanvasObject, spot Spot, close func(), beside func(fyne.Position) func()) *fyne.Container {
	backdrop := newBackdrop(close, nil)
	backdrop.beside = beside
	down := newArrow([3]fyne.Position{{X: 7, Y: 9}, {X: 17, Y: 9}, {X: 12, Y: 16}}, -arrowBorder)
	up := newArrow([3]fyne.Position{{X: 12, Y: 8}, {X: 17, Y: 15}, {X: 7, Y: 15}}, arrowBorder)
	return container.New(&popoverLayout{spot: spot}, backdrop, container.NewStack(newRaised(), NewFocusGround(), content), down, up)
}

// popoverLayout fills the window with the first object, and puts the second beside a spot. The third and the fourth are
// arrows down and up, of which it shows the one that points from the second object to the spot.
type popoverLayout struct{ spot Spot }

func (*popoverLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *popoverLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	backdrop, panel, down, up := objects[0], objects[1], objects[2], objects[3]
	backdrop.Resize(size)
	room := fit(panel, size)
	x := max(outside, min(l.spot.X+popoverReach, size.Width-outside)-room.Width)
	above, below := l.spot.Y-popoverGap-room.Height, max(l.spot.Y+popoverGap, l.spot.Bottom)
	fits := func(y float32) bool { return y >= outside && y+room.Height <= size.Height-outside }
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

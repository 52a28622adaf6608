package dialog

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/control"
)

// dialogLayout places a dialog's title above what scrolls, and the buttons below. It asks for as much room as the
// whole body takes; where the window has less, the body scrolls, and the buttons stay. What scrolls reaches out of the sides
// and the bottom by the room that the ring around a control in it takes.
type dialogLayout struct {
	body  fyne.CanvasObject
	width float32 // asked for; a window that has become narrower since gives less
}

// MinSize implements fyne.Layout.
func (l dialogLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	title, buttons, body := objects[0].MinSize(), objects[2].MinSize(), l.body.MinSize()
	return fyne.NewSize(max(title.Width, body.Width, buttons.Width, l.width), body.Height+l.around(title, buttons))
}

// around is the height of all but the body.
func (dialogLayout) around(title, buttons fyne.Size) float32 {
	return title.Height + buttons.Height + 3*theme.Padding() + 4
}

// Layout implements fyne.Layout.
func (l dialogLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	title, buttons := objects[0].MinSize(), objects[2].MinSize()
	objects[0].Resize(fyne.NewSize(size.Width, title.Height))
	side := besideBody()
	objects[1].Move(fyne.NewPos(-side, title.Height+theme.Padding()))
	objects[1].Resize(fyne.NewSize(size.Width+2*side, max(0, size.Height-l.around(title, buttons))+control.RingRoom))
	objects[2].Move(fyne.NewPos(0, size.Height-buttons.Height))
	objects[2].Resize(fyne.NewSize(size.Width, buttons.Height))
}

// besideBody is how far what is in a body may reach out of its sides: the ring around a tick box, which itself begins
// before its picture does.
func besideBody() float32 { return control.RingRoom + theme.InnerPadding() }

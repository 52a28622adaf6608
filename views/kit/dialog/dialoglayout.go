package dialog

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/control"
)

// dialogLayout lays out the title of a dialog, below it a scroll with the body, and below that the buttons, which may have
// a text above them. Its minimum size has room for the whole body. In a window with less room, the body scrolls, and the
// buttons stay in place. The scroll is larger than the body at the sides and the bottom, so that it does not cut off the
// focus ring of a control.
type dialogLayout struct {
	body  fyne.CanvasObject
	width float32 // the wanted width; a window that was made narrower gives less
}

// MinSize implements fyne.Layout.
func (l dialogLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	title, buttons, body := objects[0].MinSize(), objects[2].MinSize(), l.body.MinSize()
	return fyne.NewSize(max(title.Width, body.Width, buttons.Width, l.width), body.Height+l.heightAround(title, buttons))
}

// heightAround returns the height of everything but the body.
func (dialogLayout) heightAround(title, buttons fyne.Size) float32 {
	return title.Height + buttons.Height + 3*theme.Padding() + 4
}

// Layout implements fyne.Layout.
func (l dialogLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[2].Resize(fyne.NewSize(size.Width, objects[2].Size().Height)) // the height of a text above them depends on the width
	title, buttons := objects[0].MinSize(), objects[2].MinSize()
	objects[0].Resize(fyne.NewSize(size.Width, title.Height))
	side := bodyMargin()
	objects[1].Move(fyne.NewPos(-side, title.Height+theme.Padding()))
	objects[1].Resize(fyne.NewSize(size.Width+2*side, max(0, size.Height-l.heightAround(title, buttons))+bodyFoot))
	objects[2].Move(fyne.NewPos(0, size.Height-buttons.Height))
	objects[2].Resize(fyne.NewSize(size.Width, buttons.Height))
}

// AsHigh returns an object with a height that follows the window's, such as that of a list.
func AsHigh(height func() float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(asHigh(height), o)
}

type asHigh func() float32

// MinSize implements fyne.Layout.
func (h asHigh) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, h())
}

// Layout implements fyne.Layout.
func (asHigh) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// bodyFoot is how far the scroll reaches below the body. That is enough for the focus ring, also where it ends within a pixel.
const bodyFoot = control.RingRoom + 1

// bodyMargin returns how far the scroll reaches beyond the sides of the body. That is enough for the focus ring around
// a tick box, whose padding is outside of the body already.
func bodyMargin() float32 { return control.RingRoom + theme.InnerPadding() }

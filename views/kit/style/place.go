package style

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// Place puts o at x, centred vertically in height, at its smallest size.
func Place(o fyne.CanvasObject, x, height float32) { PlaceAround(o, x, height/2) }

// PlaceAround puts o at x, its middle at y, at its smallest size. It moves o only once, because an object that moves
// while a frame is drawn makes the toolkit draw another frame.
func PlaceAround(o fyne.CanvasObject, x, y float32) {
	size := o.MinSize()
	o.Resize(size)
	o.Move(fyne.NewPos(x, y-size.Height/2))
}

// Centred is a layout that puts each object in the middle, at its smallest size.
type Centred struct{}

func (Centred) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (Centred) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(o.MinSize())
		o.Move(fyne.NewPos((size.Width-o.MinSize().Width)/2, (size.Height-o.MinSize().Height)/2))
	}
}

// AcrossMiddle is a layout that makes objects as wide as there is room, and centres them vertically.
type AcrossMiddle struct{}

func (AcrossMiddle) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (AcrossMiddle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := objects[0].MinSize().Height
	for _, o := range objects {
		o.Resize(fyne.NewSize(size.Width, height))
		o.Move(fyne.NewPos(0, (size.Height-height)/2))
	}
}

// Gap returns an empty object of a fixed size.
func Gap(width, height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

// InsetLeft moves o in by as much as a label's own padding.
func InsetLeft(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, theme.InnerPadding(), 0), o)
}

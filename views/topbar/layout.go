package topbar

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
)

// Height is how high the bar is.
const Height = float32(50)

// barLayout places what is at the bar's left and right, and the rest between. In a narrow window some is spared.
type barLayout struct {
	left, right fyne.CanvasObject
	spared      []fyne.CanvasObject
}

// MinSize implements fyne.Layout.
func (*barLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, Height) }

// Layout implements fyne.Layout.
func (l *barLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range l.spared {
		style.Show(o, size.Width >= page.NarrowWidth)
	}
	layout.NewBorderLayout(nil, nil, l.left, l.right).Layout(objects, size)
}

// above lays out the bar, a line below it, and what fills the rest.
type above struct{}

// MinSize implements fyne.Layout.
func (above) MinSize(objects []fyne.CanvasObject) fyne.Size {
	bar, rest := objects[0].MinSize(), objects[2].MinSize()
	return fyne.NewSize(max(bar.Width, rest.Width), Height+style.LineWidth+rest.Height)
}

// Layout implements fyne.Layout.
func (above) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, height := range []float32{Height, style.LineWidth, size.Height - Height - style.LineWidth} {
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(fyne.NewSize(size.Width, height))
		y += height
	}
}

package topbar

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"accesskeys/views/kit/page"
	"accesskeys/views/kit/style"
)

// Height is the height of the bar.
const Height = float32(50)

// serverWidth is the least width that is reserved for the server's name.
const serverWidth = float32(120)

// barLayout places the bar's left and right parts, and the server's name between them. In a narrow window it hides the
// product's name and shortens the countdown.
type barLayout struct {
	left, right fyne.CanvasObject
	product     fyne.CanvasObject // hidden in a narrow window
	countdown   *countdown
}

// MinSize implements fyne.Layout.
func (*barLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, Height) }

// Layout implements fyne.Layout.
func (l *barLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	style.Show(l.product, size.Width >= page.NarrowWidth)
	others := l.left.MinSize().Width + serverWidth + l.right.MinSize().Width - l.countdown.Object.MinSize().Width
	l.countdown.showWords(others+l.countdown.whole.MinSize().Width <= size.Width)
	layout.NewBorderLayout(nil, nil, l.left, l.right).Layout(objects, size)
}

// above lays out the bar, a line below it, and a page that fills the rest.
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

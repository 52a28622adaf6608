package style

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// Outline is a thin frame around an area. It is made of four lines, because to draw the stroke of a rectangle the
// toolkit computes every pixel inside it.
type Outline [4]Fill

// NewOutline returns a hidden frame.
func NewOutline() Outline {
	var o Outline
	for i := range o {
		o[i] = NewFill()
		o[i].Hide()
	}
	return o
}

// Objects returns the objects that the frame is drawn with.
func (o Outline) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{o[0].Raster, o[1].Raster, o[2].Raster, o[3].Raster}
}

// Show shows the frame in a colour, or hides it.
func (o Outline) Show(on bool, c color.Color) {
	for _, line := range o {
		line.Paint(c)
		line.Hidden = !on
	}
}

// Place puts the frame around an area.
func (o Outline) Place(at fyne.Position, size fyne.Size) {
	for i, part := range [4]struct{ x, y, width, height float32 }{
		{0, 0, size.Width, LineWidth},
		{0, size.Height - LineWidth, size.Width, LineWidth},
		{0, LineWidth, LineWidth, size.Height - 2*LineWidth},
		{size.Width - LineWidth, LineWidth, LineWidth, size.Height - 2*LineWidth},
	} {
		o[i].Move(at.AddXY(part.x, part.y))
		o[i].Resize(fyne.NewSize(part.width, part.height))
	}
}

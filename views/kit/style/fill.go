package style

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2/canvas"
)

// Fill is an area of one colour, drawn from a single pixel. Without a graphics card, the time that a window takes to draw
// is mostly that of such areas, and the toolkit computes every pixel of a rectangle: that takes twice as long.
type Fill struct {
	*canvas.Raster
	pixel *image.Uniform
}

// NewFill returns an area without a colour.
func NewFill() Fill {
	pixel := image.NewUniform(color.Transparent)
	f := Fill{canvas.NewRaster(func(int, int) image.Image { return pixel }), pixel}
	f.ScaleMode = canvas.ImageScalePixels
	return f
}

// Paint gives it a colour, which is seen once it or what it is part of is refreshed.
func (f Fill) Paint(c color.Color) { f.pixel.C = c }

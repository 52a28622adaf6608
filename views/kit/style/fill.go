package style

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2/canvas"
)

// Fill is an area of one colour, drawn by scaling a single pixel. Without a graphics card, most of the time for drawing
// a window goes into such areas, and a rectangle takes twice as long, because the toolkit computes each of its pixels.
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

// Paint changes the colour, which is visible after the next refresh of the area or of the widget that it is part of.
func (f Fill) Paint(c color.Color) { f.pixel.C = c }

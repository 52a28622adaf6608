package dialog

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"golang.org/x/image/vector"

	"accesskeys/views/kit/style"
)

// newArrow returns the arrow between a popover and what it is about, a triangle in a square of arrowSize. It has the
// popover's border on two sides: inward is how far down the triangle without the border is. Without a graphics card the
// toolkit takes half a second to draw its first polygon, so this is a picture.
func newArrow(corners [3]fyne.Position, inward float32) fyne.CanvasObject {
	s := &shape{size: arrowSize}
	raster := canvas.NewRaster(func(width, height int) image.Image {
		picture := image.NewRGBA(image.Rect(0, 0, width, height))
		drawTriangle(picture, corners, 0, style.Color(s, style.ColorEdge))
		drawTriangle(picture, corners, inward, style.Color(s, theme.ColorNameOverlayBackground))
		return picture
	})
	s.fill, s.recolor = raster, raster.Refresh
	s.ExtendBaseWidget(s)
	return s
}

// drawTriangle draws a triangle. Its corners, and how much lower than these it is, are in units of arrowSize.
func drawTriangle(picture *image.RGBA, corners [3]fyne.Position, lower float32, fill color.Color) {
	size := picture.Bounds().Size()
	scale := float32(size.X) / arrowSize
	r := vector.NewRasterizer(size.X, size.Y)
	r.MoveTo(corners[0].X*scale, (corners[0].Y+lower)*scale)
	r.LineTo(corners[1].X*scale, (corners[1].Y+lower)*scale)
	r.LineTo(corners[2].X*scale, (corners[2].Y+lower)*scale)
	r.ClosePath()
	r.Draw(picture, picture.Bounds(), image.NewUniform(fill), image.Point{})
}

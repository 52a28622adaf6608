package dialog

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"golang.org/x/image/vector"

	"accesskeys/views/kit/style"
)

// newArrow returns the arrow between a popover and what it is about, a triangle in a square of arrowSize. Without a
// graphics card the toolkit takes half a second to draw its first polygon, so this is a picture.
func newArrow(corners [3]fyne.Position) fyne.CanvasObject {
	s := &shape{color: theme.ColorNameOverlayBackground, size: arrowSize}
	raster := canvas.NewRaster(func(width, height int) image.Image {
		return triangle(width, height, corners, image.NewUniform(style.Color(s, s.color)))
	})
	s.fill = raster
	s.recolor = func(fyne.ThemeColorName) { raster.Refresh() }
	s.ExtendBaseWidget(s)
	return s
}

// triangle draws a triangle whose corners are in units of arrowSize.
func triangle(width, height int, corners [3]fyne.Position, fill image.Image) image.Image {
	scale := float32(width) / arrowSize
	r := vector.NewRasterizer(width, height)
	r.MoveTo(corners[0].X*scale, corners[0].Y*scale)
	r.LineTo(corners[1].X*scale, corners[1].Y*scale)
	r.LineTo(corners[2].X*scale, corners[2].Y*scale)
	r.ClosePath()
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	r.Draw(picture, picture.Bounds(), fill, image.Point{})
	return picture
}

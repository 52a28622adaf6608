package style

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// Color returns the colour of a name in the theme and variant that w is drawn with.
func Color(w fyne.Widget, name fyne.ThemeColorName) color.Color {
	return theme.CurrentForWidget(w).Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}

// Variant returns whether the window is drawn light or dark.
func Variant() fyne.ThemeVariant {
	settings := fyne.CurrentApp().Settings()
	if t, ours := settings.Theme().(*Theme); ours {
		return t.variant(settings.ThemeVariant())
	}
	return settings.ThemeVariant()
}

// Measure returns the width of a text.
func Measure(value string, size float32, style fyne.TextStyle) float32 {
	return fyne.MeasureText(value, size, style).Width
}

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

// Show shows or hides o, and makes the toolkit draw the window. By itself the toolkit draws nothing when a container is
// shown, or a widget that was never drawn: the object would only appear with the next change to the window.
func Show(o fyne.CanvasObject, on bool) {
	if o.Visible() == on {
		return
	}
	if on {
		o.Show()
	} else {
		o.Hide()
	}
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		w.Canvas().Refresh(o)
	}
}

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

// Enable enables or disables o.
func Enable(o fyne.Disableable, on bool) {
	switch {
	case o.Disabled() != on:
	case on:
		o.Enable()
	default:
		o.Disable()
	}
}

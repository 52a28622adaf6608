package style

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// Color is the colour of a name in the theme and variant that w is drawn with.
func Color(w fyne.Widget, name fyne.ThemeColorName) color.Color {
	return theme.CurrentForWidget(w).Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}

// Variant is light or dark, whichever the window is drawn in.
func Variant() fyne.ThemeVariant {
	settings := fyne.CurrentApp().Settings()
	if t, ours := settings.Theme().(*Theme); ours {
		return t.variant(settings.ThemeVariant())
	}
	return settings.ThemeVariant()
}

// Measure is how wide text is in the theme's regular face.
func Measure(value string, size float32, style fyne.TextStyle) float32 {
	return fyne.MeasureText(value, size, style).Width
}

// Place puts o at x, centred vertically in height, at its smallest size.
func Place(o fyne.CanvasObject, x, height float32) { PlaceAround(o, x, height/2) }

// PlaceAround puts o at x, its middle at y, at its smallest size. It moves once: what moves while a frame is drawn has
// the toolkit draw another.
func PlaceAround(o fyne.CanvasObject, x, y float32) {
	size := o.MinSize()
	o.Resize(size)
	o.Move(fyne.NewPos(x, y-size.Height/2))
}

// Centred lays a single object out in the middle, at its smallest size.
type Centred struct{}

func (Centred) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (Centred) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(o.MinSize())
		o.Move(fyne.NewPos((size.Width-o.MinSize().Width)/2, (size.Height-o.MinSize().Height)/2))
	}
}

// AcrossMiddle lays objects out over all of the width, in the middle of the height.
type AcrossMiddle struct{}

func (AcrossMiddle) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (AcrossMiddle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := objects[0].MinSize().Height
	for _, o := range objects {
		o.Resize(fyne.NewSize(size.Width, height))
		o.Move(fyne.NewPos(0, (size.Height-height)/2))
	}
}

// Gap is empty room of a fixed size.
func Gap(width, height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

// InsetLeft moves o in by as much as a label's own padding.
func InsetLeft(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 0, theme.InnerPadding(), 0), o)
}

// Show makes o visible or not, and has the window drawn. The toolkit by itself draws nothing when a container is shown,
// nor when a widget is that it has not drawn before: then what is shown appears only with the next thing that is drawn.
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

// Outline is a thin frame without a ground. The toolkit computes a rectangle's stroke for all of what is in it.
type Outline [4]Fill

// NewOutline returns a frame that is not shown.
func NewOutline() Outline {
	var o Outline
	for i := range o {
		o[i] = NewFill()
		o[i].Hide()
	}
	return o
}

// Objects are what it is drawn with.
func (o Outline) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{o[0].Raster, o[1].Raster, o[2].Raster, o[3].Raster}
}

// Show shows it in a colour, or not.
func (o Outline) Show(on bool, c color.Color) {
	for _, line := range o {
		line.Paint(c)
		line.Hidden = !on
	}
}

// Place puts it around an area.
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

// Enable has o take input or not.
func Enable(o fyne.Disableable, on bool) {
	switch {
	case o.Disabled() != on:
	case on:
		o.Enable()
	default:
		o.Disable()
	}
}

package dialog

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"accesskeys/views/kit/style"
)

// On a dark table the shadow around a menu or a question is not seen.
func TestWhatIsBesideARowHasABorder(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	w := test.NewTempWindow(t, style.Gap(0, 0))
	w.Resize(fyne.NewSize(800, 600))
	d := New(w.Canvas(), func() {})
	spot := Spot{Position: fyne.NewPos(400, 300)}
	for name, open := range map[string]func(){
		"question": func() { d.Ask(Question{Title: "Sure?", Verb: "Yes", At: &spot, OnYes: func() {}}) },
		"menu":     func() { d.Menu(fyne.NewMenu("", fyne.NewMenuItem("One", func() {})), spot.Position) },
	} {
		open()
		var panel, arrow bool
		for _, o := range test.LaidOutObjects(d.Shown) {
			switch o := o.(type) {
			case *canvas.Rectangle:
				panel = panel || o.Shadow.BlurRadius > 0 && o.StrokeWidth == 1 && o.StrokeColor == theme.Color(style.ColorEdge)
			case *canvas.Raster:
				arrow = arrow || drawsEdge(o)
			}
		}
		if !panel || arrow != (name == "question") {
			t.Errorf("%s: its panel has a border: %v; there is an arrow with a border: %v", name, panel, arrow)
		}
		d.Dismiss()
	}
}

// drawsEdge reports whether a picture has both the colour of a border and the colour within.
func drawsEdge(r *canvas.Raster) bool {
	const size = 96
	picture, found := r.Generator(size, size), map[color.RGBA]bool{}
	for i := range size * size {
		found[color.RGBAModel.Convert(picture.At(i%size, i/size)).(color.RGBA)] = true
	}
	has := func(name fyne.ThemeColorName) bool {
		return found[color.RGBAModel.Convert(theme.Color(name)).(color.RGBA)]
	}
	return has(style.ColorEdge) && has(theme.ColorNameOverlayBackground)
}

package style_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/style"
)

func TestFillCoversItsAreaWithItsColor(t *testing.T) {
	ground, shade := style.NewFill(), style.NewFill()
	w := test.NewTempWindow(t, container.NewWithoutLayout(ground.Raster, shade.Raster))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(40, 40))
	ground.Paint(color.NRGBA{R: 200, G: 100, B: 50, A: 255})
	ground.Resize(fyne.NewSize(20, 20))
	shade.Paint(color.NRGBA{A: 0x80})
	shade.Move(fyne.NewPos(10, 10))
	shade.Resize(fyne.NewSize(5, 1))

	picture := w.Canvas().Capture()
	outside := picture.At(30, 30)
	for _, at := range []struct {
		x, y int
		want color.Color
	}{
		{0, 0, color.NRGBA{R: 200, G: 100, B: 50, A: 255}},
		{19, 19, color.NRGBA{R: 200, G: 100, B: 50, A: 255}},
		{20, 10, outside},
		{10, 20, outside},
		{10, 10, color.NRGBA{R: 99, G: 49, B: 24, A: 255}},
		{14, 10, color.NRGBA{R: 99, G: 49, B: 24, A: 255}},
		{10, 11, color.NRGBA{R: 200, G: 100, B: 50, A: 255}},
	} {
		if got := color.NRGBAModel.Convert(picture.At(at.x, at.y)); got != color.NRGBAModel.Convert(at.want) {
			t.Errorf("at %d, %d: %v, want %v", at.x, at.y, got, at.want)
		}
	}
}

package formcard

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/form"
	"accesskeys/views/kit/style"
)

func TestFormCardKeepsAwayFromTheWindowsSides(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	field := style.Gap(0, 32)
	card := New([]fyne.CanvasObject{field})
	w := test.NewTempWindow(t, card.Object)
	w.SetPadded(false)
	for width, want := range map[float32]float32{480: 480 - 2*16 - 2*28, 760: form.Width} {
		w.Resize(fyne.NewSize(width, 360))
		left := fyne.CurrentApp().Driver().AbsolutePositionForObject(field).X
		if left-28 < 16 || field.Size().Width != want {
			t.Errorf("in %g, the form is %g wide at %g", width, field.Size().Width, left)
		}
	}
}

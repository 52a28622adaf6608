package formcard

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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

// The form moved apart once the message was gone beside which it was shown first.
func TestFormStaysWhereItIsWhenAMessageComesOrGoes(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	field := style.Gap(0, 32)
	parts := []fyne.CanvasObject{field}
	for range 8 {
		parts = append(parts, style.Gap(0, 32))
	}
	card := New(parts, style.Gap(0, 20))
	w := test.NewTempWindow(t, container.NewWithoutLayout(card.Object))
	w.SetPadded(false)
	for _, height := range []float32{480, 560, 640, 740, 1080} {
		w.Resize(fyne.NewSize(1000, height))
		var at []fyne.Position
		for _, taken := range []float32{62, 0, 62} {
			card.Object.Resize(fyne.NewSize(1000, height-taken))
			at = append(at, fyne.CurrentApp().Driver().AbsolutePositionForObject(field))
		}
		if at[0] != at[1] || at[1] != at[2] {
			t.Errorf("in %g, the form is at %v", height, at)
		}
	}
}

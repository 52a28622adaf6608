package dialog

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"accesskeys/views/kit/style"
)

// When a picture appears in the window, the toolkit draws the window twice.
func TestQuestionIsDrawnWithoutPictures(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(style.New(nil))
	w := test.NewTempWindow(t, style.Gap(0, 0))
	w.Resize(fyne.NewSize(800, 600))
	d := New(w.Canvas(), func() {})
	spot := Spot{Position: fyne.NewPos(400, 300)}
	d.Ask(Question{Title: "Sure?", Verb: "Yes", At: &spot, OnYes: func() {}})
	count := 0
	for _, o := range test.LaidOutObjects(d.Shown) {
		count++
		if picture, ok := o.(*canvas.Image); ok && picture.Visible() {
			t.Errorf("there is a picture at %v", picture.Position())
		}
	}
	if count < 10 {
		t.Errorf("it has only %d objects", count)
	}
}

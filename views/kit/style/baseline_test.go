package style

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"golang.org/x/image/font/gofont/goregular"
)

// goFont is a theme whose face is Go's, which has no Vietnamese: the toolkit takes that from a face of its own, which has
// its baseline further down.
type goFont struct{ fyne.Theme }

func (goFont) Font(fyne.TextStyle) fyne.Resource {
	return fyne.NewStaticResource("go.ttf", goregular.TTF)
}

func TestTextOfAnotherFaceHasTheBaselineOfLatin(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(goFont{theme.DefaultTheme()})
	for _, scale := range []float32{1, 1.5, 2} {
		d := drawnAs{size: 40, scale: scale}
		at := d.measure('\u1ea3') // ả
		latin, mixed := d.draw("H"), d.draw("H\u1ea3")
		below := inkTop(mixed, latin.Bounds()) - inkTop(latin, latin.Bounds())
		if below <= 0 {
			t.Fatalf("at %v, it is drawn no lower: %d", scale, below)
		}
		if at.mixed*scale != float32(below) || at.alone != at.mixed {
			t.Errorf("at %v, it is %d pixels lower; measured %+v", scale, below, at)
		}
	}
	if moved := Lowered(&canvas.Text{Text: "H", TextSize: 40, FontSource: theme.DefaultTheme().Font(fyne.TextStyle{Italic: true})}); moved == 0 {
		t.Error("a line in a face of its own is not moved")
	}
	if moved := Lowered(&canvas.Text{Text: "H", TextSize: 40}); moved != 0 {
		t.Errorf("Latin text is moved by %v", moved)
	}
}

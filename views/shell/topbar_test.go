package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"accesskeys/client/demo"
)

func TestTopBarTellsOfACopiedSecretAtEverySize(t *testing.T) {
	for _, c := range []struct {
		width float32
		shown string
	}{{1221, "Secret on the clipboard: 30 s"}, {760, "Secret on the clipboard: 30 s"}, {480, "30 s"}} {
		r := newRig(t, demo.Options{})
		r.resize(fyne.NewSize(c.width, 480), 1)
		r.copySecret()
		r.resize(fyne.NewSize(c.width, 480), 1)
		shown := false
		walkVisible(r.content(), func(o fyne.CanvasObject) {
			line, ok := o.(*canvas.Text)
			shown = shown || ok && line.Text == c.shown
		})
		if !shown {
			t.Errorf("at %g, the bar does not show %q", c.width, c.shown)
		}
		if !r.reads("Secret on the clipboard: 30 s") {
			t.Errorf("at %g, nothing explains it", c.width)
		}
	}
}

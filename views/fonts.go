package views

import "fyne.io/fyne/v2"

// warmFonts reads the faces that the window is drawn with, in the background, and closes what it returns
// when it has. Until then nothing else may measure or draw text.
func (t *tasks) warmFonts() <-chan struct{} {
	warm := make(chan struct{})
	t.start(func() {
		defer close(warm)
		for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
			fyne.MeasureText("0", sizeText, style)
		}
	})
	return warm
}

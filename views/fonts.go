package views

import "fyne.io/fyne/v2"

// warmFonts reads the faces that the window is drawn with, in the background, and tells when it has whether
// they can draw what is to be drawn. Until then nothing else may measure or draw text.
func (t *tasks) warmFonts(legible func() bool) <-chan bool {
	warm := make(chan bool, 1)
	t.start(func() {
		for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
			fyne.MeasureText("0", sizeText, style)
		}
		warm <- legible()
	})
	return warm
}

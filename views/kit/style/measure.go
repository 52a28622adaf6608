package style

import "fyne.io/fyne/v2"

// Measure returns the width of a text.
func Measure(value string, size float32, style fyne.TextStyle) float32 {
	return fyne.MeasureText(value, size, style).Width
}

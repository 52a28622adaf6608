package style

import (
	"sort"

	"fyne.io/fyne/v2"
)

// Shorten cuts a text to at most limit characters, the last of which is then an ellipsis.
func Shorten(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	runes := []rune(s)
	if len(runes) <= limit {
		return s
	}
	return string(runes[:limit-1]) + "…"
}

// Fitted cuts a text to a width, with an ellipsis at its end.
func Fitted(s string, width, size float32) string {
	fits := func(text string) bool { return Measure(text, size, fyne.TextStyle{}) <= width }
	whole := []rune(s)
	if len(whole) < 2 || fits(s) {
		return s
	}
	first := func(n int) string { return string(whole[:n]) + "…" }
	n := sort.Search(len(whole)-1, func(n int) bool { return !fits(first(n + 1)) })
	return first(max(n, 1))
}

// FittedBefore cuts a text that is followed by end, so that both together have a width, with an ellipsis between them.
// It returns both.
func FittedBefore(end, s string, width, size float32) string {
	measure := func(text string) float32 { return Measure(text, size, fyne.TextStyle{}) }
	if measure(s+end) <= width {
		return s + end
	}
	if cut := Fitted(s, width-measure(end), size) + end; measure(cut) <= width {
		return cut
	}
	return Fitted(s+end, width, size)
}

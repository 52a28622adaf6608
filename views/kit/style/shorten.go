package style

import (
	"sort"
	"strings"
	"unicode/utf8"

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

// FittedToID cuts a text to a width, but not the end of an ID in brackets that tells what it names apart from others, as in
// "optimizer.example.com (…3CyJ)", nor what follows that. It cuts what is before, or else leaves only the end of the ID.
func FittedToID(s string, width, size float32) string {
	fits := func(text string) bool { return Measure(text, size, fyne.TextStyle{}) <= width }
	dots := max(strings.LastIndex(s, "(…"), strings.LastIndex(s, "（…"))
	if dots < 0 || fits(s) {
		return Fitted(s, width, size)
	}
	bracket, room := utf8.DecodeRuneInString(s[dots:])
	before, id, closing := strings.TrimSuffix(s[:dots], " "), s[dots+room:], ")"
	if bracket == '（' {
		closing = "）"
	}
	for runes := []rune(before); len(runes) > leastBeforeID; runes = runes[:len(runes)-1] {
		if cut := string(runes[:len(runes)-1]) + "…" + s[len(before):]; fits(cut) {
			return cut
		}
	}
	if id, _, _ = strings.Cut(id, closing); fits(id) {
		return id
	}
	return Fitted(s, width, size)
}

const leastBeforeID = 4 // fewer characters tell nothing

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

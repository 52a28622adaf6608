package style

import (
	"strings"

	"fyne.io/fyne/v2"
)

// Shorten cuts a text that is longer than a number of characters.
func Shorten(s string, most int) string {
	if len(s) <= most {
		return s
	}
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return string(runes[:most-1]) + "…"
}

// Fitted cuts a text that is wider than a width.
func Fitted(s string, width, size float32) string {
	whole := []rune(s)
	for n := len(whole); n > 1 && Measure(s, size, fyne.TextStyle{}) > width; n-- {
		s = string(whole[:n-1]) + "…"
	}
	return s
}

// Wrapped breaks a text into lines of a width: between words, or anywhere in a word that is longer.
func Wrapped(s string, width, size float32) []string {
	var lines []string
	line := ""
	fits := func(text string) bool { return Measure(text, size, fyne.TextStyle{}) <= width }
	for _, word := range strings.Fields(s) {
		if longer := strings.TrimSpace(line + " " + word); fits(longer) {
			line = longer
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		line = ""
		for _, c := range word {
			if !fits(line + string(c)) {
				lines = append(lines, line)
				line = ""
			}
			line += string(c)
		}
	}
	return append(lines, line)
}

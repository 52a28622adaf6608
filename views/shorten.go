package views

import (
	"strings"

	"fyne.io/fyne/v2"
)

// shorten cuts a text that is longer than a number of characters.
func shorten(s string, most int) string {
	if len(s) <= most {
		return s
	}
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return string(runes[:most-1]) + "…"
}

// wrapped breaks a text into lines of a width: between words, or anywhere in a word that is longer.
func wrapped(s string, width, size float32) []string {
	var lines []string
	line := ""
	fits := func(text string) bool { return measure(text, size, fyne.TextStyle{}) <= width }
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

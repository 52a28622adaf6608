// Package oneline prepares text from a server for one line of a window or a log.
package oneline

import (
	"strings"
	"unicode"
)

// Max is the most characters of a text that an error shows.
const Max = 300

// Clean returns text on one line, without control or invisible formatting characters, and cut to Max characters.
func Clean(text string) string { return Cut(Flat(text), Max) }

// Flat returns text on one line, without control or invisible formatting characters.
func Flat(text string) string {
	if plain(text) {
		return text
	}
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
}

// plain reports whether text has only visible ASCII characters, as nearly all texts from servers do.
func plain(text string) bool {
	for i := range len(text) {
		if text[i] <= ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// Cut shortens text to limit characters. The last one is an ellipsis if text was longer.
func Cut(text string, limit int) string {
	if len(text) <= limit {
		return text
	}
	if runes := []rune(text); len(runes) > limit {
		text = string(runes[:limit-1]) + "…"
	}
	return text
}

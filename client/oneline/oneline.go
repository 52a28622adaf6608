// Package oneline makes a server's text fit for one line of a window or a log.
package oneline

import (
	"strings"
	"unicode"
)

// Max is how many characters of a text an error shows.
const Max = 300

// Clean makes a server's text fit for one line of a window or a log: no control or invisible
// formatting characters, at most 300 characters.
func Clean(text string) string { return Cut(Flat(text), Max) }

// Flat makes text one line without control or invisible formatting characters.
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

// plain reports whether text is of visible ASCII characters alone, as nearly all that servers send is.
func plain(text string) bool {
	for i := range len(text) {
		if text[i] <= ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// Cut shortens text to limit characters.
func Cut(text string, limit int) string {
	if len(text) <= limit {
		return text
	}
	if runes := []rune(text); len(runes) > limit {
		text = string(runes[:limit-1]) + "…"
	}
	return text
}

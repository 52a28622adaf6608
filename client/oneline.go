package client

import (
	"strings"
	"unicode"
)

// maxText is how many characters of a text an error shows.
const maxText = 300

// clean makes a server's text fit for one line of a window or a log: no control or invisible
// formatting characters, at most 300 characters.
func clean(text string) string { return cut(flat(text), maxText) }

// flat makes text one line without control or invisible formatting characters.
func flat(text string) string {
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

// cut shortens text to limit characters.
func cut(text string, limit int) string {
	if len(text) <= limit {
		return text
	}
	if runes := []rune(text); len(runes) > limit {
		text = string(runes[:limit-1]) + "…"
	}
	return text
}

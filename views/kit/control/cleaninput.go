package control

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cleanLine returns text as a field of at most limit characters takes it, and reports whether the text was cut to fit.
// It removes the invisible characters that are copied along from documents and chats, turns all white space into plain
// spaces, and trims both from the ends.
func cleanLine(text string, limit int) (clean string, cut bool) {
	var b strings.Builder
	count := 0
	for _, r := range strings.TrimFunc(text, isBlank) {
		switch {
		case unicode.IsSpace(r):
			r = ' '
		case isInvisible(r):
			continue
		}
		if count == limit {
			return strings.TrimRight(b.String(), " "), true
		}
		b.WriteRune(r)
		count++
	}
	return b.String(), false
}

// cleanLines is like cleanLine for a text of several lines, but leaves the spaces at their ends.
func cleanLines(text string, limit int) (clean string, cut bool) {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r != '\n' && isInvisible(r):
			return -1
		}
		return r
	}, strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text))
	if utf8.RuneCountInString(text) <= limit {
		return text, false
	}
	return string([]rune(text)[:limit]), true
}

// cleanSecret is like cleanLine, but for a secret or a PIN, which may contain any character that can be typed. It trims
// white space and invisible characters from the ends, and removes line breaks and other control characters.
func cleanSecret(text string, limit int) (clean []rune, cut bool) {
	for _, r := range strings.TrimFunc(text, isBlank) {
		if unicode.IsControl(r) {
			continue
		}
		if len(clean) == limit {
			return clean, true
		}
		clean = append(clean, r)
	}
	return clean, false
}

func isBlank(r rune) bool { return unicode.IsSpace(r) || isInvisible(r) }

// isInvisible reports whether a character cannot be seen: control and format characters, such as a byte order mark or a
// mark for the direction of text, fillers, and the replacement for bytes that are no character.
func isInvisible(r rune) bool {
	const brailleBlank = '\u2800'
	return unicode.IsControl(r) || r == unicode.ReplacementChar || r == brailleBlank ||
		unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// cleanClipboard is a clipboard with the cleaned text, which is pasted instead of the text that was copied.
type cleanClipboard string

// Content implements fyne.Clipboard.
func (c cleanClipboard) Content() string { return string(c) }

// SetContent implements fyne.Clipboard.
func (cleanClipboard) SetContent(string) {}

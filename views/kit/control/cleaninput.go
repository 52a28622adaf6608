package control

import (
	"strings"
	"unicode"
)

// cleaned is what a field makes of a text, and whether something of it did not fit: without the invisible
// characters that are copied along from documents and chats, with a plain space for any other white space, and with
// nothing of that around it.
func cleaned(text string, most int) (clean string, cut bool) {
	var b strings.Builder
	count := 0
	for _, r := range strings.TrimFunc(text, blank) {
		switch {
		case unicode.IsSpace(r):
			r = ' '
		case invisible(r):
			continue
		}
		if count == most {
			return strings.TrimRight(b.String(), " "), true
		}
		b.WriteRune(r)
		count++
	}
	return b.String(), false
}

// cleanedSecret is cleaned for a secret or a PIN, which may be of any characters: what can be typed is left as it is,
// but white space and invisible characters around it go, as do line breaks and other control characters.
func cleanedSecret(text string, most int) (clean []rune, cut bool) {
	for _, r := range strings.TrimFunc(text, blank) {
		if unicode.IsControl(r) {
			continue
		}
		if len(clean) == most {
			return clean, true
		}
		clean = append(clean, r)
	}
	return clean, false
}

func blank(r rune) bool { return unicode.IsSpace(r) || invisible(r) }

// invisible tells whether a character is not to be seen: control and format characters, such as a byte order mark or
// a mark of the writing's direction, fillers, and what was no character.
func invisible(r rune) bool {
	const brailleBlank = '\u2800'
	return unicode.IsControl(r) || r == unicode.ReplacementChar || r == brailleBlank ||
		unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// cleanClipboard is what is pasted in place of what was copied.
type cleanClipboard string

// Content implements fyne.Clipboard.
func (c cleanClipboard) Content() string { return string(c) }

// SetContent implements fyne.Clipboard.
func (cleanClipboard) SetContent(string) {}

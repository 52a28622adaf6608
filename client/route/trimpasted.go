package route

import (
	"strings"
	"unicode"
)

// TrimPasted removes the characters around a pasted text that the user did not mean to copy: white space, line ends and
// invisible characters.
func TrimPasted(text string) string { return strings.TrimFunc(text, IsUnseen) }

// IsUnseen reports whether r is white space or an invisible character, which TrimPasted removes.
func IsUnseen(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

package route

import (
	"strings"
	"unicode"
)

// TrimPasted removes what comes along at the ends of a text that is copied: blanks, line ends and invisible marks.
func TrimPasted(text string) string { return strings.TrimFunc(text, IsUnseen) }

// IsUnseen reports whether r is what comes along at the ends of a text that is copied.
func IsUnseen(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

package app

import (
	"strings"
	"unicode"
)

// pasted removes what comes along when text is copied: blanks, line ends and invisible marks around it.
func pasted(text string) string {
	return strings.TrimFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
	})
}

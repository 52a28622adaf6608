package copyas

import (
	"strings"
	"unicode/utf8"
)

// appendEscaped appends a value with an escape before each of some characters.
func appendEscaped(b []byte, value, characters, escape string) []byte {
	for _, r := range value {
		if strings.ContainsRune(characters, r) {
			b = append(b, escape...)
		}
		b = utf8.AppendRune(b, r)
	}
	return b
}

package copyas

import (
	"strings"
	"unicode/utf8"
)

// appendPowerShell appends the lines that set the variables in PowerShell.
func (s Source) appendPowerShell(b []byte) []byte {
	return s.appendLines(b, "$env:", " = ", appendPowerShell)
}

// appendPowerShell appends a value in single quotes for PowerShell, which treats four other characters as single quotes
// too.
func appendPowerShell(b []byte, value string) []byte {
	b = append(b, '\'')
	for _, r := range value {
		if strings.ContainsRune("'‘’‚‛", r) {
			b = utf8.AppendRune(b, r)
		}
		b = utf8.AppendRune(b, r)
	}
	return append(b, '\'')
}

package copyas

import (
	"strings"
	"unicode/utf8"
)

// appendPowerShell appends what sets the variables in PowerShell.
func (s Source) appendPowerShell(b []byte) []byte {
	return s.appendLines(b, "$env:", " = ", appendPowerShell)
}

// appendPowerShell appends a value quoted for PowerShell, which takes four other characters for a single quote, too.
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

package copyas

import (
	"strings"
	"unicode/utf8"
)

// appendShell appends a value quoted for sh.
func appendShell(b []byte, value string) []byte {
	return append(appendEscaped(append(b, '\''), value, "'", `'\'`), '\'')
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

// appendJSON appends a value quoted for JSON, which has nothing else to escape in what is printable.
func appendJSON(b []byte, value string) []byte {
	return append(appendEscaped(append(b, '"'), value, `"\`, `\`), '"')
}

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

// appendDotenv appends a value as dotenvQuote says.
func appendDotenv(b []byte, value string) []byte {
	quote, _ := dotenvQuote(value)
	return append(append(append(b, quote...), value...), quote...)
}

// plainInDotenv are the characters that mean themselves to every reader of .env files, beside letters and digits.
const plainInDotenv = "_-.,:/@%+="

// dotenvQuote returns what to put around a value in a .env file: the first that has all readers understand it the same.
// Docker takes quotes for part of the value, so there are none where none are needed. It returns false where no quotes
// will do: readers disagree about what is escaped, and how.
func dotenvQuote(value string) (quote string, ok bool) {
	switch {
	case value != "" && !strings.ContainsFunc(value, func(r rune) bool { return !plain(r) }):
		return "", true
	case !strings.Contains(value, "'") && !strings.Contains(value, `\\`) && !strings.HasSuffix(value, `\`) && !strings.Contains(value, "${"):
		return "'", true
	case !strings.ContainsAny(value, "\"`\\$"):
		return `"`, true
	}
	return "", false
}

func plain(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune(plainInDotenv, r)
}

package copyas

import "strings"

func (s Source) appendDotenv(b []byte) ([]byte, error) {
	for _, v := range s.variables() {
		if _, ok := dotenvQuote(v.value); !ok {
			return b, ErrAmbiguous
		}
	}
	return s.appendLines(b, "", "=", appendDotenv), nil
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

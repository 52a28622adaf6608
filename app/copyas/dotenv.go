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

// appendDotenv appends a value in the quotes that dotenvQuote returns.
func appendDotenv(b []byte, value string) []byte {
	quote, _ := dotenvQuote(value)
	return append(append(append(b, quote...), value...), quote...)
}

// plainInDotenv are the characters besides letters and digits that have no special meaning to any reader of .env files.
const plainInDotenv = "_-.,:/@%+="

// dotenvQuote returns the quotes to put around a value in a .env file, such that all readers read the same value. It
// returns none if none are needed, because Docker takes quotes as part of the value. It returns false if no quotes work,
// because readers disagree about escapes.
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

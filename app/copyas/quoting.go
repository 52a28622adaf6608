package copyas

import "strings"

// inShell quotes a value for sh.
func inShell(value string) string { return "'" + strings.ReplaceAll(value, "'", `'\''`) + "'" }

// inPowerShell quotes a value for PowerShell, which takes four other characters for a single quote, too.
func inPowerShell(value string) string {
	var b strings.Builder
	for _, r := range value {
		if strings.ContainsRune("'‘’‚‛", r) {
			b.WriteRune(r)
		}
		b.WriteRune(r)
	}
	return "'" + b.String() + "'"
}

// plainInDotenv are the characters that mean themselves to every reader of .env files, beside letters and digits.
const plainInDotenv = "_-.,:/@%+="

// inDotenv quotes a value for a .env file, in the first way in which all readers understand it the same. Docker takes
// quotes for part of the value, so there are none where none are needed. It returns false where there is no such way:
// readers disagree about what is escaped, and how.
func inDotenv(value string) (quoted string, ok bool) {
	switch {
	case value != "" && !strings.ContainsFunc(value, func(r rune) bool { return !plain(r) }):
		return value, true
	case !strings.Contains(value, "'") && !strings.Contains(value, `\\`) && !strings.HasSuffix(value, `\`) && !strings.Contains(value, "${"):
		return "'" + value + "'", true
	case !strings.ContainsAny(value, "\"`\\$"):
		return `"` + value + `"`, true
	}
	return "", false
}

func plain(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune(plainInDotenv, r)
}

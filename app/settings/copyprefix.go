package settings

import "regexp"

// LongestPrefix is the most characters that a prefix has.
const LongestPrefix = 40

var variableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// ValidPrefix reports whether the names of variables can begin with text. An empty text is valid.
func ValidPrefix(text string) bool {
	return text == "" || len(text) <= LongestPrefix && variableName.MatchString(text)
}

// validPrefix returns text, or "" if it is not a valid prefix. It is for prefixes that come from a file.
func validPrefix(text string) string {
	if !ValidPrefix(text) {
		return ""
	}
	return text
}

// SetCopyPrefix sets the prefix of the variable names under which a key is copied. It does not write the file; see Save.
func (s *File) SetCopyPrefix(prefix string) {
	s.Change(func(v *Settings) { v.CopyPrefix = validPrefix(prefix) })
}

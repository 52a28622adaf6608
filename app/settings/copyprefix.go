package settings

import "regexp"

// LongestPrefix is how many characters a prefix may have.
const LongestPrefix = 40

var variableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// ValidPrefix reports whether a text can begin the names of variables. Nothing can.
func ValidPrefix(text string) bool {
	return text == "" || len(text) <= LongestPrefix && variableName.MatchString(text)
}

// validPrefix returns a prefix, or none in place of what is no prefix, as in a file from elsewhere.
func validPrefix(text string) string {
	if !ValidPrefix(text) {
		return ""
	}
	return text
}

// SetCopyPrefix changes what the names begin with under which a key is copied. It does not wait for the disk: see Save.
func (s *File) SetCopyPrefix(prefix string) {
	s.Change(func(v *Settings) { v.CopyPrefix = validPrefix(prefix) })
}

package copyas

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/route"
)

// The errors of Render.
var (
	// ErrControl means that a value has a line break, a NUL or another control character. When pasted into a
	// terminal, such a character can act like a key press, even inside quotes.
	ErrControl = errors.New("a value has a control character")
	// ErrAmbiguous means that programs read a value in this format differently, however it is quoted.
	ErrAmbiguous = errors.New("a value is read differently by different programs")

	errFormat = errors.New("unknown format")
	errPrefix = errors.New("a prefix that is no name")
)

// Source holds what is needed to write a key in a format.
type Source struct {
	Key     client.Credentials // the secret may be zero for a format that contains none
	Label   string             // the user's label of the key, or ""
	Server  client.Endpoint
	Network route.Network // how the server is reached
	Prefix  string        // the prefix of the variable names
	Now     time.Time     // the server's time
}

// Render returns the key in the format f. Its errors are ErrControl, ErrAmbiguous and those of client.NewToken.
func (s Source) Render(f Format) (client.Secret, error) {
	size := 2 << 10
	for _, v := range s.variables() {
		size += 4 * len(v.value) // when quoted
	}
	b := make([]byte, 0, size)           // large enough not to grow, which would leave copies of the secret behind
	defer func() { clear(b[:cap(b)]) }() // the result is then the only copy
	b, err := s.append(b, f)
	if err != nil {
		return client.Secret{}, fmt.Errorf("copy as %s: %w", f, err)
	}
	return client.NewSecret(string(b)), nil
}

// append appends the key in the format f.
func (s Source) append(b []byte, f Format) ([]byte, error) {
	if !settings.ValidPrefix(s.Prefix) {
		return b, errPrefix
	}
	for _, v := range s.variables() {
		if !printable(v.value) {
			return b, ErrControl
		}
	}
	switch f {
	case FormatPair:
		return append(append(append(b, s.Key.KeyID...), '\n'), s.Key.Secret.Reveal()...), nil
	case FormatShell:
		return s.appendShell(b), nil
	case FormatPowerShell:
		return s.appendPowerShell(b), nil
	case FormatDotenv:
		return s.appendDotenv(b)
	case FormatJSON:
		return s.appendJSON(b), nil
	case FormatKubernetes:
		return s.appendKubernetes(b), nil
	case FormatCurl:
		return s.appendCurl(b)
	case FormatHeader:
		return s.appendHeader(b)
	case FormatPython:
		return s.appendPython(b)
	}
	return b, errFormat
}

// variable is a name with its value.
type variable struct{ name, value string }

// variables returns the variables that a program needs to make requests.
func (s Source) variables() []variable {
	return []variable{
		{s.Prefix + "ACCESS_KEY_ID", s.Key.KeyID},
		{s.Prefix + "ACCESS_KEY_SECRET", s.Key.Secret.Reveal()},
		{s.Prefix + "ACCESS_KEY_SERVER", s.Server.Base},
	}
}

// appendLines appends a line for each variable: before, the name, between, and the value as appendQuoted appends it.
func (s Source) appendLines(b []byte, before, between string, appendQuoted func([]byte, string) []byte) []byte {
	for _, v := range s.variables() {
		b = append(append(append(b, before...), v.name...), between...)
		b = append(appendQuoted(b, v.value), '\n')
	}
	return b
}

// printable reports whether a value is valid UTF-8 without control characters and line breaks, so that quoting it is
// enough.
func printable(value string) bool {
	return utf8.ValidString(value) && !strings.ContainsFunc(value, func(r rune) bool {
		return unicode.IsControl(r) || r == '\u2028' || r == '\u2029'
	})
}

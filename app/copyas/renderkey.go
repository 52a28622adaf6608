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

// Errors of Render.
var (
	// ErrControl means that a value has a line break, a NUL or another control character. In a terminal such a
	// character can do what is typed, whatever quotes are around it.
	ErrControl = errors.New("a value has a control character")
	// ErrAmbiguous means that programs disagree about what a value means in this format, however it is quoted.
	ErrAmbiguous = errors.New("a value is read differently by different programs")
	// ErrFormat means that there is no such format.
	ErrFormat = errors.New("unknown format")

	errPrefix = errors.New("a prefix that is no name")
)

// Source is what a key is written from.
type Source struct {
	Key     client.Credentials // the secret may be zero for a format that holds none
	Label   string             // what the user calls the key, or ""
	Server  client.Endpoint
	Network route.Network // how the server is reached
	Prefix  string        // of the names
	Now     time.Time     // of the server's clock
}

// Render returns a key in a format. Its errors are ErrControl, ErrAmbiguous, ErrFormat and those of client.NewToken.
func (s Source) Render(f Format) (client.Secret, error) {
	room := 2 << 10
	for _, v := range s.variables() {
		room += 4 * len(v.value) // quoted
	}
	b := make([]byte, 0, room)
	defer func() { clear(b[:cap(b)]) }() // so that one copy of the secret is left to be dropped
	b, err := s.append(b, f)
	if err != nil {
		return client.Secret{}, fmt.Errorf("copy as %s: %w", f, err)
	}
	return client.NewSecret(string(b)), nil
}

// append appends a key in a format.
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
	return b, ErrFormat
}

// variable is a value under its name.
type variable struct{ name, value string }

// variables are what makes a request possible.
func (s Source) variables() []variable {
	return []variable{
		{s.Prefix + "ACCESS_KEY_ID", s.Key.KeyID},
		{s.Prefix + "ACCESS_KEY_SECRET", s.Key.Secret.Reveal()},
		{s.Prefix + "ACCESS_KEY_SERVER", s.Server.Base},
	}
}

// appendLines appends each variable on a line.
func (s Source) appendLines(b []byte, before, between string, quoted func([]byte, string) []byte) []byte {
	for _, v := range s.variables() {
		b = append(append(append(b, before...), v.name...), between...)
		b = append(quoted(b, v.value), '\n')
	}
	return b
}

// printable reports whether a value has no control character and no line break, so that quoting is all it needs.
func printable(value string) bool {
	return utf8.ValidString(value) && !strings.ContainsFunc(value, func(r rune) bool {
		return unicode.IsControl(r) || r == '\u2028' || r == '\u2029'
	})
}

package copyas

import (
	"bytes"
	"encoding/json"
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
	text, err := s.render(f)
	if err != nil {
		return client.Secret{}, fmt.Errorf("copy as %s: %w", f, err)
	}
	return client.NewSecret(text), nil
}

func (s Source) render(f Format) (string, error) {
	if !settings.ValidPrefix(s.Prefix) {
		return "", errPrefix
	}
	for _, v := range s.variables() {
		if !printable(v.value) {
			return "", ErrControl
		}
	}
	switch f {
	case FormatPair:
		return s.Key.KeyID + "\n" + s.Key.Secret.Reveal(), nil
	case FormatShell:
		// The blank keeps a pasted line out of the history of shells that are set up so.
		return s.lines(" export ", "=", inShell), nil
	case FormatPowerShell:
		return s.lines("$env:", " = ", inPowerShell), nil
	case FormatDotenv:
		return s.dotenv()
	case FormatJSON:
		return s.json()
	case FormatKubernetes:
		return s.kubernetes(), nil
	case FormatCurl:
		return s.curl()
	case FormatHeader:
		return s.header()
	case FormatPython:
		return s.python()
	}
	return "", ErrFormat
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

// lines writes each variable on a line.
func (s Source) lines(before, between string, quoted func(string) string) string {
	var b strings.Builder
	for _, v := range s.variables() {
		b.WriteString(before + v.name + between + quoted(v.value) + "\n")
	}
	return b.String()
}

func (s Source) dotenv() (string, error) {
	for _, v := range s.variables() {
		if _, ok := inDotenv(v.value); !ok {
			return "", ErrAmbiguous
		}
	}
	return s.lines("", "=", func(value string) string { quoted, _ := inDotenv(value); return quoted }), nil
}

func (s Source) json() (string, error) {
	all := map[string]string{}
	for _, v := range s.variables() {
		all[v.name] = v.value
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(all)
	return b.String(), err
}

// header is the Authorization header of one request.
func (s Source) header() (string, error) {
	token, err := client.NewToken(s.Key, s.Server.TokenFormat, s.Now)
	return "Authorization: Bearer " + token.Reveal(), err
}

// printable reports whether a value has no control character and no line break, so that quoting is all it needs.
func printable(value string) bool {
	return utf8.ValidString(value) && !strings.ContainsFunc(value, func(r rune) bool {
		return unicode.IsControl(r) || r == '\u2028' || r == '\u2029'
	})
}

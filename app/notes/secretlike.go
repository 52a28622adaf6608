package notes

import (
	"strings"
	"unicode"
)

// secretLength is how long a run of characters is, at least, that may be a secret.
const secretLength = 30

// LooksSecret reports whether there is something in the note that looks like a secret: a long run of letters, digits and
// + / = _ -. isKey says what is the ID of a key, which is none.
func (n Note) LooksSecret(isKey func(id string) bool) bool {
	for _, run := range strings.FieldsFunc(n.all(), func(r rune) bool { return !inSecret(r) }) {
		if len(run) >= secretLength && looksSecret(run, isKey) {
			return true
		}
	}
	return false
}

func looksSecret(run string, isKey func(id string) bool) bool {
	if isKey(run) {
		return false
	}
	length, letters := len(run), false
	for _, part := range strings.FieldsFunc(run, func(r rune) bool { return !letterOrDigit(r) }) {
		if isKey(part) { // as in id=…
			length -= len(part)
		} else {
			letters = true
		}
	}
	return letters && length >= secretLength
}

// Holds reports whether there is a secret in the note that in knows, also where white space is between its characters.
func (n Note) Holds(in func(text string) bool) bool {
	all := n.all()
	return in(all) || in(strings.Join(strings.Fields(all), ""))
}

// all is the whole note, in lines.
func (n Note) all() string {
	return strings.Join([]string{n.Label, strings.Join(n.Places, "\n"), n.Text}, "\n")
}

func inSecret(r rune) bool { return letterOrDigit(r) || strings.ContainsRune("+/=_-", r) }

func letterOrDigit(r rune) bool {
	return r <= unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

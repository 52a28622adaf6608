package notes

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"accesskeys/app/keys"
)

var (
	// ErrSecret means that a note contains a known secret.
	ErrSecret = errors.New("there is a secret in the note")
	// ErrLooksSecret means that a note contains something that looks like a secret.
	ErrLooksSecret = errors.New("something in the note looks like a secret")
)

// Vet returns ErrSecret if the note contains a secret that was revealed in list's session or used to sign in to it. It
// returns ErrLooksSecret if the parts of the note that are not in seen contain something that looks like a secret.
func (n Note) Vet(seen Note, list *keys.Keys) error {
	listed := func(id string) bool {
		_, ok := list.Find(id)
		return ok
	}
	switch {
	case n.holds(list.Known.In):
		return ErrSecret
	case looksSecret(n.changesFrom(seen).all(), listed):
		return ErrLooksSecret
	}
	return nil
}

// changesFrom returns a note with only the parts of n that are not in seen.
func (n Note) changesFrom(seen Note) Note {
	if n.Label == seen.Label {
		n.Label = ""
	}
	if n.Text == seen.Text {
		n.Text = ""
	}
	var places []string
	for _, place := range n.Places {
		if !slices.Contains(seen.Places, place) {
			places = append(places, place)
		}
	}
	n.Places = places
	return n
}

// secretLength is the least number of characters in a run that looks like a secret, and randomLength of those in it that
// belong to no word.
const (
	secretLength = 30
	randomLength = 20
)

// word matches most of what everyday names are joined from, such as gitlab, API, BillingService, node12 and 2026.
var word = regexp.MustCompile(`^(([a-z]{3,20})?([A-Z][a-z]{2,20})*|[A-Z]{3,20})[0-9]{0,4}$`)

// looksSecret reports whether a text contains something that looks like a secret: a long run of letters, digits and the
// characters + / = _ -. What these characters join does not count where it is a word, or the ID of a key, which isKey reports.
func looksSecret(text string, isKey func(id string) bool) bool {
	for _, run := range strings.FieldsFunc(text, func(r rune) bool { return !inSecret(r) }) {
		if len(run) >= secretLength && !isKey(run) && random(run, isKey) >= randomLength {
			return true
		}
	}
	return false
}

// random returns how many characters of a run belong to no word and no ID.
func random(run string, isKey func(id string) bool) int {
	n := 0
	for _, part := range strings.FieldsFunc(run, func(r rune) bool { return !letterOrDigit(r) }) {
		if !isKey(part) && !word.MatchString(part) {
			n += len(part)
		}
	}
	return n
}

// holds reports whether hasSecret returns true for the text of the note, as it is or with its white space removed.
func (n Note) holds(hasSecret func(text string) bool) bool {
	all := n.all()
	return hasSecret(all) || hasSecret(strings.Join(strings.Fields(all), ""))
}

// all returns all texts of the note, each on its own lines.
func (n Note) all() string {
	return strings.Join([]string{n.Label, strings.Join(n.Places, "\n"), n.Text}, "\n")
}

func inSecret(r rune) bool { return letterOrDigit(r) || strings.ContainsRune("+/=_-", r) }

func letterOrDigit(r rune) bool {
	return r <= unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

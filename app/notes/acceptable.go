package notes

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"accesskeys/app/keys"
)

// What a note holds at most, in characters.
const (
	LongestLabel = 60
	LongestPlace = 120
	LongestText  = 2000
	MostPlaces   = 20
)

// Field is a part of a note.
type Field string

// The fields.
const (
	FieldLabel  Field = "label"
	FieldPlace  Field = "place"  // one of the places
	FieldPlaces Field = "places" // how many there are
	FieldText   Field = "note"
)

// LimitError means that a note is too long to be kept.
type LimitError struct {
	Field     Field
	Has, Most int // characters, or places
}

// Error implements error. It says nothing of what is noted.
func (e *LimitError) Error() string {
	return fmt.Sprintf("the %s of the note has %d of %d", e.Field, e.Has, e.Most)
}

var (
	// ErrSecret means that there is a secret in the note.
	ErrSecret = errors.New("there is a secret in the note")
	// ErrLooksSecret means that there is something in the note that looks like a secret.
	ErrLooksSecret = errors.New("something in the note looks like a secret")
)

// Vet returns ErrSecret where there is a secret in the note that was revealed or signed in with in the session of a list,
// and ErrLooksSecret where there may be another one in what the note says beside seen.
func (n Note) Vet(seen Note, list *keys.Keys) error {
	listed := func(id string) bool {
		_, ok := list.Find(id)
		return ok
	}
	switch {
	case n.Holds(list.Known.In):
		return ErrSecret
	case n.beside(seen).LooksSecret(listed):
		return ErrLooksSecret
	}
	return nil
}

// beside is what of the note differs from another.
func (n Note) beside(seen Note) Note {
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

// Check returns a *LimitError where the note is too long.
func (n Note) Check() error {
	if err := checkLength(FieldLabel, n.Label, LongestLabel); err != nil {
		return err
	}
	if len(n.Places) > MostPlaces {
		return &LimitError{Field: FieldPlaces, Has: len(n.Places), Most: MostPlaces}
	}
	for _, place := range n.Places {
		if err := checkLength(FieldPlace, place, LongestPlace); err != nil {
			return err
		}
	}
	return checkLength(FieldText, n.Text, LongestText)
}

func checkLength(f Field, s string, most int) error {
	if has := utf8.RuneCountInString(s); has > most {
		return &LimitError{Field: f, Has: has, Most: most}
	}
	return nil
}

// Clean returns the note as it is kept: the label and each place on one line, no empty place and none twice, and no
// character that nobody sees.
func (n Note) Clean() Note {
	clean := Note{Label: line(n.Label), Text: text(n.Text)}
	for _, place := range n.Places {
		if place = line(place); place != "" && !slices.Contains(clean.Places, place) {
			clean.Places = append(clean.Places, place)
		}
	}
	return clean
}

// PlacesOf returns the places in a text that has one on each line.
func PlacesOf(text string) []string {
	return Note{Places: strings.FieldsFunc(text, newLine)}.Clean().Places
}

// line is one line, with single blanks between what is in it.
func line(s string) string { return strings.Join(strings.Fields(visible(s)), " ") }

// text is lines without blanks at their ends, and without empty ones at the beginning and at the end.
func text(s string) string {
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRightFunc(visible(l), unicode.IsSpace)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// visible replaces white space by blanks, and drops the other characters that nobody sees, such as those that change the
// direction of what follows. Those that join the parts of one character stay.
func visible(s string) string {
	const joiner, nonJoiner = '\u200d', '\u200c'
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), newLine(r):
			return ' '
		case r == joiner, r == nonJoiner:
			return r
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, s)
}

func newLine(r rune) bool { return strings.ContainsRune("\n\r\v\f\u0085\u2028\u2029", r) }

package notes

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The limits of a note: the lengths of its texts in characters, and the number of its places.
const (
	LongestLabel = 60
	LongestPlace = 120
	LongestText  = 2000
	MostPlaces   = 20
)

// Field names a part of a note.
type Field string

// The fields of a note.
const (
	FieldLabel  Field = "label"
	FieldPlace  Field = "place"  // one of the places
	FieldPlaces Field = "places" // the number of places
	FieldText   Field = "note"
)

// LimitError means that a note exceeds one of its limits.
type LimitError struct {
	Field     Field
	Has, Most int // in characters, or for FieldPlaces in places
}

// Error implements error. The text contains nothing of the note.
func (e *LimitError) Error() string {
	return fmt.Sprintf("the %s of the note has %d of %d", e.Field, e.Has, e.Most)
}

// Check returns a *LimitError if the note exceeds a limit.
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

// Fit returns the note without what exceeds a limit.
func (n Note) Fit() Note {
	fit := Note{Label: cut(n.Label, LongestLabel), Text: cut(n.Text, LongestText)}
	for _, place := range n.Places[:min(len(n.Places), MostPlaces)] {
		fit.Places = append(fit.Places, cut(place, LongestPlace))
	}
	return fit.Clean()
}

func cut(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most])
	}
	return s
}

func checkLength(f Field, s string, most int) error {
	if has := utf8.RuneCountInString(s); has > most {
		return &LimitError{Field: f, Has: has, Most: most}
	}
	return nil
}

// Clean returns the note as it is stored: the label and each place on one line, without empty or repeated places, and
// without invisible characters.
func (n Note) Clean() Note {
	clean := Note{Label: line(n.Label), Text: text(n.Text)}
	for _, place := range n.Places {
		if place = line(place); place != "" && !slices.Contains(clean.Places, place) {
			clean.Places = append(clean.Places, place)
		}
	}
	return clean
}

// PlacesOf returns the places in a text with one place per line.
func PlacesOf(text string) []string {
	return Note{Places: strings.FieldsFunc(text, newLine)}.Clean().Places
}

// line returns s on one line, with single blanks between words.
func line(s string) string { return strings.Join(strings.Fields(visible(s)), " ") }

// text returns s without blanks at the ends of lines, and without empty lines at its beginning and end.
func text(s string) string {
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRightFunc(visible(l), unicode.IsSpace)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// visible replaces white space by blanks and removes other invisible characters, such as those that change the direction
// of the text after them. It keeps joiners, which belong to the visible characters around them.
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

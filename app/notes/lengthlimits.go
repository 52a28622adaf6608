package notes

import (
	"fmt"
	"unicode/utf8"
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

func checkLength(f Field, s string, most int) error {
	if has := utf8.RuneCountInString(s); has > most {
		return &LimitError{Field: f, Has: has, Most: most}
	}
	return nil
}

package notes

import (
	"errors"
	"slices"

	"accesskeys/app/keys"
)

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

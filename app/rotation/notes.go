package rotation

import (
	"context"
	"slices"
	"strings"

	"accesskeys/app/keys"
	"accesskeys/app/notes"
)

// MoveNotes returns what gives the note of a key to another. What is noted about the other already stays, and so does the
// old note where it would not fit.
func MoveNotes(store *notes.Store) func(ctx context.Context, from, to keys.Ref) error {
	return func(_ context.Context, from, to keys.Ref) error {
		if err := store.Load(); err != nil {
			return err
		}
		old, before := store.Of(from), store.Of(to)
		if old.IsZero() {
			return nil
		}
		if err := store.Change(to, before, joined(before, old)); err != nil {
			return err
		}
		return store.Change(from, old, notes.Note{})
	}
}

// joined is a note with what another has besides. It is the same when it is done twice.
func joined(n, other notes.Note) notes.Note {
	if n.Label == "" {
		n.Label = other.Label
	}
	n.Places = slices.Clone(n.Places)
	for _, place := range other.Places {
		if !slices.Contains(n.Places, place) {
			n.Places = append(n.Places, place)
		}
	}
	if !strings.Contains(n.Text, other.Text) {
		n.Text = strings.TrimSpace(n.Text + "\n" + other.Text)
	}
	return n
}

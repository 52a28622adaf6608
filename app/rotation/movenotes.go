package rotation

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"accesskeys/app/keys"
	"accesskeys/app/notes"
)

// ErrNotesStay means that a replacement has ended, but that the note of the old key could not be moved, or the new key not be
// given a label.
var ErrNotesStay = errors.New("the notes stay with the old key")

// MoveNotes returns a function that adds the note of a key to that of another. The first key keeps its label, by which
// the history names it, and loses the rest. The function returns ErrNotesStay if trying again would not help: the notes
// are too long together, or a later version has written the file.
func MoveNotes(store *notes.Store) func(ctx context.Context, from, to keys.Ref) error {
	return func(_ context.Context, from, to keys.Ref) error {
		if err := load(store); err != nil {
			return err
		}
		old, before := store.Of(from), store.Of(to)
		if old.IsZero() {
			return nil
		}
		err := store.Change(to, before, joined(before, old))
		if limit := (*notes.LimitError)(nil); errors.As(err, &limit) {
			return fmt.Errorf("%w: %w", ErrNotesStay, err)
		}
		if err != nil {
			return err
		}
		return store.Change(from, old, notes.Note{Label: old.Label})
	}
}

// KeepLabel returns a function that gives a key a label, cut if it is too long, unless the key has one. The function returns
// ErrNotesStay if trying again would not help: a later version has written the file.
func KeepLabel(store *notes.Store) func(ctx context.Context, of keys.Ref, label string) error {
	return func(_ context.Context, of keys.Ref, label string) error {
		if err := load(store); err != nil {
			return err
		}
		before := store.Of(of)
		if before.Label != "" {
			return nil
		}
		after := before
		after.Label = notes.Note{Label: label}.Fit().Label
		err := store.Change(of, before, after)
		if errors.Is(err, notes.ErrChanged) {
			return nil // it has got another in the meantime
		}
		return err
	}
}

// load reads the notes. It returns ErrNotesStay if a later version has written the file.
func load(store *notes.Store) error {
	err := store.Load()
	if errors.Is(err, notes.ErrNewer) {
		return fmt.Errorf("%w: %w", ErrNotesStay, err)
	}
	return err
}

// joined returns a note with what another has in addition. Joining twice has the same result as joining once.
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

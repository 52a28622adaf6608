package rotation

import (
	"context"
	"errors"

	"accesskeys/app/history"
)

// Finish ends a replacement, and moves the note of the old key to the new one. It changes no key. It returns ErrNotesStay if
// the replacement has ended but the note could not be moved.
func (g *Guide) Finish(ctx context.Context, old string) error {
	return g.end(ctx, old, ActFinish, history.ReplaceFinish, func(s *State) error {
		return g.Move(ctx, s.ref(s.Old), s.ref(s.New))
	})
}

// Abandon ends a replacement. It changes no key. label is what the new key was called during the replacement; it becomes the
// key's own label, unless the key has one. Abandon returns ErrNotesStay if the replacement has ended but the label could not
// be kept.
func (g *Guide) Abandon(ctx context.Context, old, label string) error {
	return g.end(ctx, old, ActAbandon, history.ReplaceAbandon, func(s *State) error {
		if label == "" || s.New == "" || s.gone(s.NewKey) {
			return nil
		}
		return g.Label(ctx, s.ref(s.New), label)
	})
}

// end keeps the notes, removes a replacement from the file, and records how it ended.
func (g *Guide) end(ctx context.Context, old string, a Act, how history.Action, keepNotes func(*State) error) error {
	if err := g.File.Reread(ctx); err != nil {
		return err
	}
	s, ok := g.State(old)
	switch {
	case !ok:
		return ErrElsewhere
	case !s.May(a):
		return &NotNowError{State: s}
	}
	stay := keepNotes(&s)
	if stay != nil && !errors.Is(stay, ErrNotesStay) {
		return stay
	}
	if err := g.File.remove(ctx, s.Replacement); err != nil {
		return err
	}
	g.Record(history.About(s.ref(s.Old), how))
	return stay
}

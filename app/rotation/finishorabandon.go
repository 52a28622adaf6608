package rotation

import (
	"context"
	"errors"

	"accesskeys/app/history"
)

// Finish ends a replacement, and moves the note of the old key to the new one. It changes no key. It returns ErrNotesStay if
// the replacement has ended but the note could not be moved.
func (g *Guide) Finish(ctx context.Context, old string) error {
	s, err := g.ending(ctx, old, ActFinish)
	if err != nil {
		return err
	}
	stay := g.Move(ctx, s.ref(s.Old), s.ref(s.New))
	if stay != nil && !errors.Is(stay, ErrNotesStay) {
		return stay
	}
	if err := end(ctx, g, s, history.ReplaceFinish); err != nil {
		return err
	}
	return stay
}

// Abandon ends a replacement. It changes no key. label is what the new key was called during the replacement; it becomes the
// key's own label, unless the key has one. Abandon returns ErrNotesStay if the replacement has ended but the label could not
// be kept.
func (g *Guide) Abandon(ctx context.Context, old, label string) error {
	s, err := g.ending(ctx, old, ActAbandon)
	if err != nil {
		return err
	}
	var stay error
	if label != "" && s.New != "" && !s.gone(s.NewKey) {
		stay = g.Label(ctx, s.ref(s.New), label)
	}
	if stay != nil && !errors.Is(stay, ErrNotesStay) {
		return stay
	}
	if err := end(ctx, g, s, history.ReplaceAbandon); err != nil {
		return err
	}
	return stay
}

// end removes a replacement from the file and records how it ended.
func end(ctx context.Context, g *Guide, s State, how history.Action) error {
	if err := g.File.remove(ctx, s.Replacement); err != nil {
		return err
	}
	g.Record(history.About(s.ref(s.Old), how))
	return nil
}

// ending returns the replacement if it can be ended by an act now.
func (g *Guide) ending(ctx context.Context, old string, a Act) (State, error) {
	if err := g.File.Reread(ctx); err != nil {
		return State{}, err
	}
	s, ok := g.State(old)
	switch {
	case !ok:
		return s, ErrElsewhere
	case !s.May(a):
		return s, &NotNowError{State: s}
	}
	return s, nil
}

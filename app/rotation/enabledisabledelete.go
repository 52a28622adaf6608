package rotation

import (
	"context"
	"errors"

	"accesskeys/app/keys"
)

// Disable disables the old key. It returns a *NotNowError if the new one is not enabled, unless the old one leaked and there
// is no new one yet.
func (g *Guide) Disable(ctx context.Context, old string) error {
	return g.change(ctx, old, ActDisable, (*keys.Work).DoAsSeen)
}

// EnableOld enables the old key again. The next step is then StepPlace.
func (g *Guide) EnableOld(ctx context.Context, old string) error {
	return g.change(ctx, old, ActEnableOld, (*keys.Work).DoAsSeen)
}

// EnableNew enables the new key, if it was disabled elsewhere.
func (g *Guide) EnableNew(ctx context.Context, old string) error {
	return g.change(ctx, old, ActEnableNew, (*keys.Work).DoAsSeen)
}

// Delete deletes the old key, also before the wait is over.
func (g *Guide) Delete(ctx context.Context, old string) error {
	return g.change(ctx, old, ActDelete, (*keys.Work).DoAsSeen)
}

// Operation returns the operation on a key that the act asks of the server, or "".
func (a Act) Operation() keys.Operation {
	switch a {
	case ActCreate, ActCreateAgain:
		return keys.OpCreate
	case ActDisable:
		return keys.OpDisable
	case ActEnableOld, ActEnableNew, ActUndo:
		return keys.OpEnable
	case ActDelete:
		return keys.OpDelete
	}
	return ""
}

// change reads the keys, records what it is about to ask the server, calls do with the key, and records the outcome. Its
// errors are those of Look, a *NotNowError, and those of do.
func (g *Guide) change(ctx context.Context, old string, a Act, do func(*keys.Work, context.Context, keys.Key) error) error {
	marked := g.marked
	defer func() {
		if marked != nil {
			marked.Cancel()
		}
	}()
	s, err := g.Look(ctx, old)
	if err != nil {
		return err
	}
	if !s.May(a) {
		return &NotNowError{State: s}
	}
	key := s.OldKey
	if a == ActEnableNew {
		key = s.NewKey
	}
	if s, err = g.update(ctx, s.Replacement, func(r *Replacement) { r.ask(a) }); err != nil {
		return err
	}
	work := marked
	if marked != nil && marked.On(key.ID) {
		marked = nil // do ends it
	} else {
		work, err = g.Keys.Begin(a.Operation(), key.ID)
	}
	if err == nil {
		err = do(work, ctx, key)
	}
	unsaved := g.noteOutcome(ctx, s.Replacement, err, func(r *Replacement) {
		if surelyFailed(err) {
			r.Asked = ""
		}
	})
	if errors.Is(unsaved, ErrElsewhere) {
		return err // another window has recorded it
	}
	return errors.Join(err, unsaved)
}

// ask records what is asked of the server.
func (r *Replacement) ask(a Act) {
	r.Asked = a
	if a == ActDelete {
		r.Skips.Wait = r.Step == StepWait
	}
}

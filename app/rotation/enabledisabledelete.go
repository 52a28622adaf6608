package rotation

import (
	"context"
	"errors"

	"accesskeys/app/keys"
)

// Disable disables the old key. It returns a *NotNowError if the new one is not enabled, unless the old one leaked and there
// is no new one yet.
func (g *Guide) Disable(ctx context.Context, old string) error {
	return g.change(ctx, old, ActDisable, keys.OpDisable, asSeen(ctx))
}

// EnableOld enables the old key again. The next step is then StepPlace.
func (g *Guide) EnableOld(ctx context.Context, old string) error {
	return g.change(ctx, old, ActEnableOld, keys.OpEnable, asSeen(ctx))
}

// EnableNew enables the new key, if it was disabled elsewhere.
func (g *Guide) EnableNew(ctx context.Context, old string) error {
	return g.change(ctx, old, ActEnableNew, keys.OpEnable, asSeen(ctx))
}

// Delete deletes the old key, also before the wait is over.
func (g *Guide) Delete(ctx context.Context, old string) error {
	return g.change(ctx, old, ActDelete, keys.OpDelete, asSeen(ctx))
}

// change reads the keys, records what it is about to ask the server, calls do with the key, and records the outcome. Its
// errors are those of Look, a *NotNowError, and those of do.
func (g *Guide) change(ctx context.Context, old string, a Act, op keys.Operation, do func(*keys.Work, keys.Key) error) error {
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
		work, err = g.Keys.Begin(op, key.ID)
	}
	if err == nil {
		err = do(work, key)
	}
	return errors.Join(err, g.noteOutcome(ctx, s.Replacement, err))
}

// ask records what is asked of the server.
func (r *Replacement) ask(a Act) {
	r.Asked = a
	if a == ActDelete {
		r.Skips.Wait = r.Step == StepWait
	}
}

// asSeen returns a function that does the work if the key is still as it was seen.
func asSeen(ctx context.Context) func(*keys.Work, keys.Key) error {
	return func(w *keys.Work, seen keys.Key) error { return w.DoAsSeen(ctx, seen) }
}

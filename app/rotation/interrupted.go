package rotation

import (
	"context"
	"errors"
	"slices"

	"accesskeys/app/keys"
	"accesskeys/client"
)

// settle moves the step to where the keys are, also if something else changed them.
func (s *State) settle() {
	if s.Order == OrderDisableFirst && s.Step == StepDisable && s.OldKey.Own {
		s.Order, s.Step = OrderDisableSecond, StepCreate // or nothing would be left to sign in with
	}
	switch {
	case s.Step == StepDisable && s.OldOff():
		s.DisabledAt = s.Now
		s.advance()
		s.Asked = ""
	case s.Asked == ActEnableOld && s.OldKey.State == client.StateEnabled:
		s.backToPlace()
		s.Asked = ""
	case s.Asked == ActUndo && s.OldKey.State == client.StateEnabled:
		s.backToDisable()
		s.Asked = ""
	case s.Asked == ActEnableNew && s.NewKey.State == client.StateEnabled:
		s.Asked = ""
	}
	if s.DisabledAt.After(s.Now) { // the clock was set back
		s.DisabledAt = s.Now
	}
	if s.Step == StepWait || s.Step == StepDelete && s.Order == OrderSafe {
		s.Step = StepWait
		if s.Due() {
			s.Step = StepDelete
		}
	}
}

// noteOutcome notes what came of a change, however little time is left. What is not known yet stays noted as asked for.
func (g *Guide) noteOutcome(ctx context.Context, r Replacement, failed error) error {
	var unacknowledged *keys.UnacknowledgedError
	_, err := g.note(context.WithoutCancel(ctx), r, func(r *Replacement) {
		if failed != nil && !errors.As(failed, &unacknowledged) {
			r.Asked = ""
		}
	})
	if errors.Is(err, ErrElsewhere) {
		return nil // another window has noted it
	}
	return err
}

// outcomeOfCreate notes what came of a request for a key, if that is sure.
func outcomeOfCreate(r *Replacement, again bool, made []string, failed error) {
	var unacknowledged *keys.UnacknowledgedError
	switch {
	case again || errors.As(failed, &unacknowledged):
	case failed != nil:
		r.Creating = nil
	case len(made) == 1:
		r.take(made[0])
	}
}

// candidates are the keys that may be the one that was asked for, the youngest first.
func (g *Guide) candidates(r Replacement) []keys.Key {
	before := make(map[string]bool, len(r.Creating.Before))
	for _, id := range r.Creating.Before {
		before[id] = true
	}
	found := slices.DeleteFunc(g.Usable(r.Old), func(k keys.Key) bool { return before[k.ID] })
	return found
}

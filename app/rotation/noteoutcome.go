package rotation

import (
	"context"
	"errors"

	"accesskeys/app/keys"
)

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

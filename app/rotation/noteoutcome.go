package rotation

import (
	"context"
	"errors"

	"accesskeys/app/keys"
)

// noteOutcome records the outcome of a change, even if ctx has ended. If the outcome is not known, the change stays recorded
// as asked for.
func (g *Guide) noteOutcome(ctx context.Context, r Replacement, failed error) error {
	var unacknowledged *keys.UnacknowledgedError
	_, err := g.update(context.WithoutCancel(ctx), r, func(r *Replacement) {
		if failed != nil && !errors.As(failed, &unacknowledged) {
			r.Asked = ""
		}
	})
	if errors.Is(err, ErrElsewhere) {
		return nil // another window has recorded it
	}
	return err
}

// outcomeOfCreate records the outcome of a request for a key, if it is certain.
func outcomeOfCreate(r *Replacement, again bool, made []string, failed error) {
	var unacknowledged *keys.UnacknowledgedError
	switch {
	case again || errors.As(failed, &unacknowledged):
	case failed != nil:
		r.Creating = nil
	case len(made) == 1:
		r.setNew(made[0])
	}
}

package rotation

import (
	"context"
	"errors"

	"accesskeys/app/keys"
)

// noteOutcome records the outcome of what the server was asked for, even if ctx has ended. A beginning with something that
// failed for sure is taken back.
func (g *Guide) noteOutcome(ctx context.Context, r Replacement, failed error, note func(*Replacement)) error {
	ctx = context.WithoutCancel(ctx)
	if surelyFailed(failed) && g.takeBack(ctx, r) {
		return nil
	}
	_, err := g.update(ctx, r, note)
	return err
}

// surelyFailed reports whether nothing has come, or may still come, of what the server was asked for.
func surelyFailed(failed error) bool {
	var unacknowledged *keys.UnacknowledgedError
	return failed != nil && !errors.As(failed, &unacknowledged)
}

// outcomeOfCreate records the outcome of a request for a key, if it is certain.
func outcomeOfCreate(r *Replacement, again bool, made []string, failed error) {
	switch {
	case again:
	case surelyFailed(failed):
		r.Creating = nil
	case failed == nil && len(made) == 1:
		r.setNew(made[0])
	}
}

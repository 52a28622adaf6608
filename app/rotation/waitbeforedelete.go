package rotation

import (
	"context"
	"errors"
	"slices"
	"time"
)

// SetWait sets how many days to wait before the old key is deleted.
func (g *Guide) SetWait(ctx context.Context, old string, days int) error {
	if !slices.Contains(WaitChoices(), days) {
		return errors.New("no such choice")
	}
	return g.updateIf(ctx, old, ActSetWait, func(r *Replacement) { r.WaitDays = days })
}

// WaitChoices returns the numbers of days that a user can choose from.
func WaitChoices() []int { return []int{1, 7, 30} }

const defaultWait = 7 // days

// DeleteFrom returns when the wait ends. It is zero while the old key is not disabled.
func (r *Replacement) DeleteFrom() time.Time {
	if r.DisabledAt.IsZero() {
		return time.Time{}
	}
	return r.DisabledAt.AddDate(0, 0, r.WaitDays)
}

// Due reports whether the wait is over.
func (s *State) Due() bool { return !s.DisabledAt.IsZero() && !s.Now.Before(s.DeleteFrom()) }

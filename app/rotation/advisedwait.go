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

// DeleteFrom returns when the wait ends, which is no later than the old key expires. It is zero while the old key is not
// disabled.
func (s *State) DeleteFrom() time.Time {
	switch {
	case s.DisabledAt.IsZero():
		return time.Time{}
	case s.ExpiresWaiting():
		return s.OldKey.ValidUntil
	}
	return s.waited()
}

// ExpiresWaiting reports whether the old key expires before the wait would end, so that it cannot be enabled again then.
func (s *State) ExpiresWaiting() bool {
	return !s.OldKey.ValidUntil.IsZero() && s.OldKey.ValidUntil.Before(s.waited())
}

// waited returns when the days that the user waits are over.
func (s *State) waited() time.Time { return s.DisabledAt.AddDate(0, 0, s.WaitDays) }

// due reports whether the wait is over.
func (s *State) due() bool { return !s.DisabledAt.IsZero() && !s.Now.Before(s.DeleteFrom()) }

package rotation

import (
	"context"
	"errors"
	"slices"
	"time"
)

// SetWait sets how many days to wait before the old key is deleted.
func (g *Guide) SetWait(ctx context.Context, old string, days int) error {
	if !slices.Contains(waits(), days) {
		return errors.New("no such choice")
	}
	return g.updateIf(ctx, old, ActSetWait, func(r *Replacement) { r.WaitDays = days })
}

// waits returns the numbers of days that a user can choose from.
func waits() []int { return []int{1, 7, 30} }

// WaitChoices returns the numbers of days that make a difference: those in which the old key does not expire, and the next,
// which leads up to that.
func (s *State) WaitChoices() []int {
	all := waits()
	for i, days := range all {
		if s.ExpiresWithin(days) {
			return all[:i+1]
		}
	}
	return all
}

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
	return waited(s, s.WaitDays)
}

// ExpiresWaiting reports whether the old key expires before the wait would end, so that it cannot be enabled again then.
func (s *State) ExpiresWaiting() bool { return s.ExpiresWithin(s.WaitDays) }

// ExpiresWithin reports whether the old key expires before a wait of some days would end.
func (s *State) ExpiresWithin(days int) bool {
	return !s.OldKey.ValidUntil.IsZero() && s.OldKey.ValidUntil.Before(waited(s, days))
}

// waited returns when a wait of some days is over.
func waited(s *State, days int) time.Time { return s.DisabledAt.AddDate(0, 0, days) }

// due reports whether the wait is over.
func due(s *State) bool { return !s.DisabledAt.IsZero() && !s.Now.Before(s.DeleteFrom()) }

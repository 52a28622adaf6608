package settings

import (
	"maps"
	"slices"
	"time"
)

// DismissedExpiry records which warnings about expiring keys a user has dismissed. Its map is never modified in place.
type DismissedExpiry struct {
	Base      string               `json:"base"` // the API base
	User      string               `json:"user,omitempty"`
	Day       string               `json:"dismissedOn,omitempty"` // the day of the last dismissal, such as 2026-11-28
	Dismissed map[string]time.Time `json:"dismissed,omitempty"`   // the dismissed expiry times, by key ID
}

// DismissedExpiryOf returns the record of a user.
func (s Settings) DismissedExpiryOf(base, user string) DismissedExpiry {
	for _, d := range s.DismissedExpiry {
		if d.of(base, user) {
			return d
		}
	}
	return DismissedExpiry{Base: base, User: user}
}

func (d DismissedExpiry) of(base, user string) bool { return d.Base == base && d.User == user }

// ForgetExpiry removes the record of a user.
func (s *Settings) ForgetExpiry(base, user string) {
	s.DismissedExpiry = slices.DeleteFunc(slices.Clone(s.DismissedExpiry), func(d DismissedExpiry) bool { return d.of(base, user) })
}

// DismissExpiry records that a user dismissed, on the given day, the warnings about the expiry times ends, by key ID. It
// drops times that are before now. It does not write the file; see Save.
func (s *File) DismissExpiry(base, user, day string, ends map[string]time.Time, now time.Time) {
	s.Change(func(v *Settings) {
		d := v.DismissedExpiryOf(base, user)
		kept := map[string]time.Time{}
		maps.Copy(kept, d.Dismissed)
		maps.Copy(kept, ends)
		maps.DeleteFunc(kept, func(_ string, end time.Time) bool { return end.Before(now) })
		d.Day, d.Dismissed = day, kept
		v.ForgetExpiry(base, user)
		v.DismissedExpiry = append(v.DismissedExpiry, d)
	})
}

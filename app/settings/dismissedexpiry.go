package settings

import (
	"maps"
	"slices"
	"time"
)

// ToldExpiry records which warnings about expiring keys a user has dismissed. Its map is never modified in place.
type ToldExpiry struct {
	Base      string               `json:"base"` // the API base
	User      string               `json:"user,omitempty"`
	Day       string               `json:"dismissedOn,omitempty"` // the day of the last dismissal, such as 2026-11-28
	Dismissed map[string]time.Time `json:"dismissed,omitempty"`   // the dismissed expiry times, by key ID
}

// ToldExpiryOf returns the record of a user.
func (s Settings) ToldExpiryOf(base, user string) ToldExpiry {
	if i := s.toldIndex(base, user); i >= 0 {
		return s.ToldExpiry[i]
	}
	return ToldExpiry{Base: base, User: user}
}

// ForgetExpiry removes the record of a user.
func (s *Settings) ForgetExpiry(base, user string) {
	s.ToldExpiry = slices.DeleteFunc(slices.Clone(s.ToldExpiry), func(t ToldExpiry) bool { return t.Base == base && t.User == user })
}

func (s Settings) toldIndex(base, user string) int {
	return slices.IndexFunc(s.ToldExpiry, func(t ToldExpiry) bool { return t.Base == base && t.User == user })
}

// DismissExpiry records that a user dismissed, on the given day, the warnings about the expiry times ends, by key ID. It
// drops times that are before now. It does not write the file; see Save.
func (s *File) DismissExpiry(base, user, day string, ends map[string]time.Time, now time.Time) {
	s.changeTold(base, user, func(t *ToldExpiry) {
		kept := map[string]time.Time{}
		maps.Copy(kept, t.Dismissed)
		maps.Copy(kept, ends)
		maps.DeleteFunc(kept, func(_ string, end time.Time) bool { return end.Before(now) })
		t.Day, t.Dismissed = day, kept
	})
}

func (s *File) changeTold(base, user string, change func(*ToldExpiry)) {
	s.Change(func(v *Settings) {
		told := v.ToldExpiryOf(base, user)
		change(&told)
		if i := v.toldIndex(base, user); i >= 0 {
			v.ToldExpiry[i] = told
		} else {
			v.ToldExpiry = append(v.ToldExpiry, told)
		}
	})
}

package settings

import (
	"maps"
	"slices"
	"time"
)

// ToldExpiry is what a user was told of keys that end. Its values are not changed in place.
type ToldExpiry struct {
	Base      string               `json:"base"` // of the API
	User      string               `json:"user,omitempty"`
	Day       string               `json:"dismissedOn,omitempty"` // when they last dismissed that, such as 2026-11-28
	Dismissed map[string]time.Time `json:"dismissed,omitempty"`   // what they do not want to be told again: the ends of keys, by ID
}

// ToldExpiryOf returns what a user was told.
func (s Settings) ToldExpiryOf(base, user string) ToldExpiry {
	if i := s.toldPlace(base, user); i >= 0 {
		return s.ToldExpiry[i]
	}
	return ToldExpiry{Base: base, User: user}
}

// ForgetExpiry forgets what a user was told.
func (s *Settings) ForgetExpiry(base, user string) {
	s.ToldExpiry = slices.DeleteFunc(slices.Clone(s.ToldExpiry), func(t ToldExpiry) bool { return t.Base == base && t.User == user })
}

func (s Settings) toldPlace(base, user string) int {
	return slices.IndexFunc(s.ToldExpiry, func(t ToldExpiry) bool { return t.Base == base && t.User == user })
}

// DismissExpiry notes on a day that a user does not want to be told again of the ends of keys, by their IDs. What has passed
// by now is not kept. It does not wait for the disk: see Save.
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
		if i := v.toldPlace(base, user); i >= 0 {
			v.ToldExpiry[i] = told
		} else {
			v.ToldExpiry = append(v.ToldExpiry, told)
		}
	})
}

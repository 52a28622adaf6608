package settings

import (
	"maps"
	"slices"
	"time"
)

// NoDays is the choice of not being told at all.
const NoDays Days = -1

// Days is a number of days, or NoDays.
type Days int

// Warnings is what the user wants to be told of keys.
type Warnings struct {
	ExpiryDays Days `json:"expiryDays"` // how long before a key ends; one of ExpiryChoices
	AgeDays    Days `json:"ageDays"`    // how old a key may be; one of AgeChoices
}

// DefaultWarnings is what holds until the user chooses otherwise.
func DefaultWarnings() Warnings { return Warnings{ExpiryDays: 30, AgeDays: 365} }

// ExpiryChoices are how long before its end a key may be told of.
func ExpiryChoices() []Days { return []Days{7, 30, 90, NoDays} }

// AgeChoices are how old a key may be before that is told.
func AgeChoices() []Days { return []Days{90, 180, 365, NoDays} }

// valid returns w with the default in place of what is no choice, as in a file from elsewhere.
func (w Warnings) valid() Warnings {
	d := DefaultWarnings()
	if !slices.Contains(ExpiryChoices(), w.ExpiryDays) {
		w.ExpiryDays = d.ExpiryDays
	}
	if !slices.Contains(AgeChoices(), w.AgeDays) {
		w.AgeDays = d.AgeDays
	}
	return w
}

// ChangeWarnings changes what the user is told of keys, from now on. It does not wait for the disk: see Save.
func (s *File) ChangeWarnings(change func(*Warnings)) {
	s.Change(func(v *Settings) {
		change(&v.Warnings)
		v.Warnings = v.Warnings.valid()
	})
}

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

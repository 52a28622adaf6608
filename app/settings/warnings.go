package settings

import "slices"

// NoDays is the choice of not being told at all.
const NoDays Days = -1

// Days is a number of days, or NoDays.
type Days int

// Warnings is what the user wants to be told of keys.
type Warnings struct {
	ExpiryDays Days `json:"expiryDays"` // how long before a key ends; one of ExpiryChoices
	AgeDays    Days `json:"ageDays"`    // how old a key may be; one of AgeChoices
}

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

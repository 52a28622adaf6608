package settings

// NoDays means that the user is never warned.
const NoDays Days = -1

// Days is a number of days, or NoDays.
type Days int

// Warnings holds when the user is warned about keys.
type Warnings struct {
	ExpiryDays Days `json:"expiryDays"` // how long before a key expires; one of ExpiryChoices
	AgeDays    Days `json:"ageDays"`    // from which age on; one of AgeChoices
}

// valid returns w with defaults in place of invalid values. It is for settings that come from a file.
func (w Warnings) valid() Warnings {
	w.ExpiryDays = oneOf(ExpiryChoices(), w.ExpiryDays, defaultExpiryDays)
	w.AgeDays = oneOf(AgeChoices(), w.AgeDays, defaultAgeDays)
	return w
}

// ChangeWarnings changes when the user is warned about keys. It does not write the file; see Save.
func (s *File) ChangeWarnings(change func(*Warnings)) {
	s.Change(func(v *Settings) {
		change(&v.Warnings)
		v.Warnings = v.Warnings.valid()
	})
}

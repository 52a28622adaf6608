package keytable

import (
	"cmp"
	"slices"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
)

// Signs is what the rows tell of keys that the server does not say.
type Signs struct {
	Chips  func(keys.Key) []Chip // of those that stand out the same, the most important first
	Age    func(keys.Key) Age    // for the column of it
	redraw func()
}

// newSigns returns what tells nothing of any key.
func newSigns(redraw func()) Signs {
	return Signs{Chips: func(keys.Key) []Chip { return nil }, Age: func(keys.Key) Age { return Age{} }, redraw: redraw}
}

// Changed draws the rows again of which something else is told now.
func (s *Signs) Changed() { s.redraw() }

func (s *Signs) chips(k keys.Key) (kept [MostChips]Chip) {
	copy(kept[:], slices.SortedStableFunc(slices.Values(s.Chips(k)), func(a, b Chip) int { return cmp.Compare(b.Tone, a.Tone) }))
	return kept
}

// age is how old a key is, where that is shown.
func (s *Signs) age(k keys.Key, t settings.Table) Age {
	if !t.Shows(settings.ColumnAge) {
		return Age{}
	}
	return s.Age(k)
}

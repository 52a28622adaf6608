package keytable

import (
	"cmp"
	"slices"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/views/chips"
	"accesskeys/views/words"
)

// Signs provides what rows show about keys that does not come from the server.
type Signs struct {
	Chips    func(keys.Key) []chips.Chip   // returns a key's chips; among those of one Tone, the most important goes first
	Age      func(keys.Key) Age            // returns a key's age for its column
	StandIn  func(id string) words.StandIn // returns what a row without a label shows in its place
	Accounts map[string]string             // the names of the app's other accounts, by the ID of the key that they sign in with
	redraw   func()
}

// newSigns returns signs without chips and ages.
func newSigns(redraw func()) Signs {
	return Signs{Chips: func(keys.Key) []chips.Chip { return nil }, Age: func(keys.Key) Age { return Age{} },
		StandIn: func(string) words.StandIn { return words.StandIn{} }, redraw: redraw}
}

// Changed redraws the rows for which a sign has changed.
func (s *Signs) Changed() { s.redraw() }

func (s *Signs) chips(k keys.Key) (kept chips.OfRow) {
	copy(kept[:], slices.SortedStableFunc(slices.Values(s.Chips(k)), func(a, b chips.Chip) int { return cmp.Compare(b.Tone, a.Tone) }))
	return kept
}

// age returns a key's age if the column for it is shown.
func (s *Signs) age(k keys.Key, t settings.Table) Age {
	if !t.Shows(settings.ColumnAge) {
		return Age{}
	}
	return s.Age(k)
}

// standIn returns what the row of a key shows if its label is empty.
func (s *Signs) standIn(id, label string) words.StandIn {
	if label != "" {
		return words.StandIn{}
	}
	return s.StandIn(id)
}

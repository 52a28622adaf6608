package keytable

import "accesskeys/app/keys"

// Signs is what the rows tell of keys that the server does not say.
type Signs struct {
	Chips  func(keys.Key) []Chip // the most important first
	redraw func()
}

// Changed draws the rows again of which something else is told now.
func (s *Signs) Changed() { s.redraw() }

func (s *Signs) chips(k keys.Key) (kept [MostChips]Chip) {
	copy(kept[:], s.Chips(k))
	return kept
}

package keys

import "accesskeys/client"

// Shortfall is what a list from the server lacks. It is zero for a whole list.
type Shortfall struct {
	Shown, Total int  // how many keys are listed, and how many the server says there are; 0 if all came
	Unreadable   int  // how many keys were not understood
	Torn         bool // the list changed while it was sent, so that keys may be missing
}

// lacking returns the Shortfall of l, of which shown keys are shown.
func lacking(l client.Listing, shown int) Shortfall {
	s := Shortfall{Unreadable: l.Unreadable, Torn: l.Torn}
	if l.Missing() > 0 {
		s.Shown, s.Total = shown, l.Total
	}
	return s
}

// Shortfall returns what the list lacks.
func (k *Keys) Shortfall() Shortfall {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.list.lacks
}

// Partial reports whether the list lacks keys, so that a key that is not in it may still exist.
func (k *Keys) Partial() bool { return k.Shortfall() != Shortfall{} }

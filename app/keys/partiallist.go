package keys

import "accesskeys/client"

// Shortfall is what a list from the server lacks; the zero value is that of a whole one.
type Shortfall struct {
	Shown, Total int  // the keys listed, and how many there are as the server says; 0 where all came
	Unreadable   int  // the keys that were not understood
	Torn         bool // the list changed while it was sent, so that keys may have slipped through
}

// lacking returns what a list lacks of which so many keys are shown.
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

// Partial reports whether the list is not the whole one, so that absence from it says nothing.
func (k *Keys) Partial() bool { return k.Shortfall() != Shortfall{} }

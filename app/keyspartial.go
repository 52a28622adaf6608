package app

// Shortfall is what a list lacks.
type Shortfall struct {
	Shown, Total int // the keys listed, and how many there are as the server says, where that is more
	Unreadable   int // the keys that were not understood
}

// Shortfall returns what the list from the server lacks; the zero value when it is the whole one.
func (k *Keys) Shortfall() Shortfall {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.partial() {
		return Shortfall{}
	}
	return Shortfall{Shown: len(k.list), Total: k.total, Unreadable: k.unreadable}
}

// Partial reports whether the list is not the whole one, so that absence from it says nothing.
func (k *Keys) Partial() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.partial()
}

// partial is Partial. k.mu is held. What was deleted since the list came is no reason.
func (k *Keys) partial() bool { return k.notWhole }

package keys

// Changing reports whether a key is being changed or created.
func Changing(k *Keys) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.creates.busy || k.busy.changing()
}

// Retire has nothing more done to keys, and lets what is under way end. Then it calls locked: at once, or
// from whatever is the last to end.
func (k *Keys) Retire(locked func()) {
	k.mu.Lock()
	k.retired = locked
	k.mu.Unlock()
	k.rest()
}

// rest ends what was retired once nothing is being changed. k.mu is not held.
func (k *Keys) rest() {
	k.mu.Lock()
	locked := k.retired
	if k.creates.busy || k.busy.changing() {
		locked = nil
	}
	k.mu.Unlock()
	if locked != nil {
		locked()
	}
}

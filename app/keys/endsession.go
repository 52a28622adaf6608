package keys

// Changing reports whether a key is being changed or created.
func Changing(k *Keys) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.creates.busy || k.busy.changing()
}

// Retire makes all further work on the keys fail with ErrSignedOut. Changes under way are finished. Then locked is called:
// at once if there are none, or else by the last one to finish.
func (k *Keys) Retire(locked func()) {
	k.mu.Lock()
	k.retired = locked
	k.mu.Unlock()
	k.endIfIdle()
}

// endIfIdle calls what Retire was given, once nothing is being changed. k.mu is not held.
func (k *Keys) endIfIdle() {
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

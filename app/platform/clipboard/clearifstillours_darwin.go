package clipboard

import "context"

// clear empties the pasteboard if it has not changed since the secret was copied.
func (d *darwinBoard) clear() error {
	count := d.count.Swap(0)
	if count == 0 {
		return nil
	}
	return d.use(func(p pasteboard) error {
		if p.changes() == count {
			p.empty()
		}
		return nil
	})
}

// removeBlank does nothing, because clear leaves no blank.
func (d *darwinBoard) removeBlank(context.Context) error { return nil }

func (d *darwinBoard) held() bool {
	count := d.count.Load()
	if count == 0 || !d.mu.TryLock() { // during another call, return what was true before it
		return count != 0
	}
	defer d.mu.Unlock()
	held := false
	_ = d.withPool(func(p pasteboard) error {
		held = p.changes() == count
		return nil
	})
	return held
}

package clipboard

import "context"

// clear empties the clipboard if the secret is still there. It opens the clipboard without a window, because the one that
// copied the secret may be closed.
func (w *windowsBoard) clear() error {
	if !w.held() {
		w.count.Store(0)
		return nil
	}
	return w.open(0, func() error {
		if w.held() { // check again, now that no other program can change the clipboard
			if err := w.calls.empty(); err != nil {
				return err
			}
		}
		w.count.Store(0)
		return nil
	})
}

// removeBlank does nothing, because clear leaves no blank.
func (w *windowsBoard) removeBlank(context.Context) error { return nil }

func (w *windowsBoard) held() bool {
	count := w.count.Load()
	return count != 0 && (count == w.calls.sequence() || w.calls.owner() == w.window.Load())
}

package clipboardguard

import (
	"context"
	"crypto/sha256"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"accesskeys/client"
	"accesskeys/views/kit/background"
)

// plainClipboard is the toolkit's clipboard, which cannot mark secrets. It is used if the system's own clipboard is not
// available. It recognizes what it copied by a hash, so it has to read the clipboard once before clearing it.
type plainClipboard struct {
	tasks *background.Tasks
	hash  atomic.Pointer[[sha256.Size]byte] // of what was copied
}

// Attach implements System. It does nothing: the toolkit knows its window.
func (p *plainClipboard) Attach(uintptr) {}

// Copy implements System.
func (p *plainClipboard) Copy(ctx context.Context, s client.Secret) error {
	hash := sha256.Sum256([]byte(s.Reveal()))
	p.hash.Store(&hash)
	return p.tasks.CallOnUI(ctx, func() { fyne.CurrentApp().Clipboard().SetContent(s.Reveal()) })
}

// Clear implements System.
func (p *plainClipboard) Clear(ctx context.Context) error {
	return p.tasks.CallOnUI(ctx, p.clearNow)
}

// clearNow is Clear on the UI thread.
func (p *plainClipboard) clearNow() {
	c := fyne.CurrentApp().Clipboard()
	hash := p.hash.Swap(nil)
	if hash != nil && sha256.Sum256([]byte(c.Content())) == *hash {
		c.SetContent("")
	}
}

// Held implements System. It only reports whether a secret was copied: to know more, it would have to read the
// clipboard.
func (p *plainClipboard) Held() bool { return p.hash.Load() != nil }

// Marks implements System.
func (p *plainClipboard) Marks(context.Context) bool { return false }

// Close implements System. It does nothing: when the toolkit has ended, its clipboard cannot be cleared.
func (p *plainClipboard) Close() {}

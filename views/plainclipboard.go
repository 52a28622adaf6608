package views

import (
	"context"
	"crypto/sha256"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"accesskeys/client"
	"accesskeys/views/kit/background"
)

// plainClipboard is the toolkit's clipboard, which marks nothing. It is for where the system's own cannot
// be had. It knows what it copied by a hash, and so needs to read the clipboard, once, to clear it.
type plainClipboard struct {
	tasks *background.Tasks
	hash  atomic.Pointer[[sha256.Size]byte] // of what was copied
}

// Attach implements app.Clipboard: the toolkit knows its window.
func (p *plainClipboard) Attach(uintptr) {}

// Copy implements app.Clipboard.
func (p *plainClipboard) Copy(ctx context.Context, s client.Secret) error {
	hash := sha256.Sum256([]byte(s.Reveal()))
	p.hash.Store(&hash)
	return p.tasks.CallOnUI(ctx, func() { fyne.CurrentApp().Clipboard().SetContent(s.Reveal()) })
}

// Clear implements app.Clipboard.
func (p *plainClipboard) Clear(ctx context.Context) error {
	return p.tasks.CallOnUI(ctx, p.clearNow)
}

// clearNow is for the UI thread.
func (p *plainClipboard) clearNow() {
	c := fyne.CurrentApp().Clipboard()
	hash := p.hash.Swap(nil)
	if hash != nil && sha256.Sum256([]byte(c.Content())) == *hash {
		c.SetContent("")
	}
}

// Held implements app.Clipboard: to know more, it would have to read.
func (p *plainClipboard) Held() bool { return p.hash.Load() != nil }

// Marks implements app.Clipboard.
func (p *plainClipboard) Marks(context.Context) bool { return false }

// Close implements app.Clipboard. When the toolkit ends, there is nothing left to clear with.
func (p *plainClipboard) Close() {}

package clipboardguard

import (
	"context"

	"accesskeys/client"
)

// System is the system's clipboard, for secrets. A *clipboard.Clipboard is one.
type System interface {
	// Attach sets the window that owns what is copied. Only some systems need it.
	Attach(window uintptr)
	// Copy puts a secret on the clipboard, marked so that clipboard histories do not record it. It returns
	// errors.ErrUnsupported, and copies nothing, if that is not supported.
	Copy(ctx context.Context, s client.Secret) error
	// Clear clears the clipboard if it still holds the secret. It returns clipboard.ErrRestored if another program has
	// put the secret back at once.
	Clear(ctx context.Context) error
	// Held reports whether the secret is still on the clipboard. It does not block.
	Held() bool
	// Marks reports whether Copy can mark what it copies.
	Marks(ctx context.Context) bool
	// Close clears a secret that is still on the clipboard, and releases the system's resources.
	Close()
}

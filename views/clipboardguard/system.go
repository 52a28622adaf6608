package clipboardguard

import (
	"context"

	"accesskeys/client"
)

// System is the system's clipboard, for secrets. A *clipboard.Clipboard is one.
type System interface {
	// Attach names the window that owns what is copied; only some systems want to know.
	Attach(window uintptr)
	// Copy puts a secret there, marked so that clipboard histories leave it alone. It returns
	// errors.ErrUnsupported where that is not supported; then nothing was copied.
	Copy(ctx context.Context, s client.Secret) error
	// Clear takes the secret away if it is still there, and nothing else. It returns ErrRestored when
	// another program has put the secret back at once.
	Clear(ctx context.Context) error
	// Held reports at once whether the secret is still there.
	Held() bool
	// Marks reports whether Copy can mark.
	Marks(ctx context.Context) bool
	// Close clears what is still there and lets go of the system.
	Close()
}

package keyring

import (
	"context"
	"errors"

	"accesskeys/client"
)

// ErrNotStored means that there is no such entry.
var ErrNotStored = errors.New("not stored")

// Store is the OS keyring as the application needs it. *Keyring is one.
type Store interface {
	// Get returns ErrNotStored when there is no such entry.
	Get(ctx context.Context, service, account string) (client.Secret, error)
	// Peek is Get that asks the user nothing: it returns an *Error of Locked where they would be asked.
	Peek(ctx context.Context, service, account string) (client.Secret, error)
	// Set replaces what was there. When it fails because ctx ended, nothing stays stored in the end.
	Set(ctx context.Context, service, account string, s client.Secret) error
	// Delete returns nil when there was nothing.
	Delete(ctx context.Context, service, account string) error
	// Accounts returns the accounts that a service has entries for, or errors.ErrUnsupported.
	Accounts(ctx context.Context, service string) ([]string, error)
	// Probe tells whether it answers, storing nothing and asking the user nothing.
	Probe(ctx context.Context) error
	// Unlocked returns an *Error of Locked where a call would ask the user to unlock it. It asks nothing itself.
	Unlocked(ctx context.Context) error
}

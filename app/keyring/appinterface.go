package keyring

import (
	"context"
	"errors"

	"accesskeys/client"
)

// ErrNotStored means that there is no such entry.
var ErrNotStored = errors.New("not stored")

// Store is the system's keyring as the application needs it. *Keyring implements it.
type Store interface {
	// Get returns the secret of an entry. It returns ErrNotStored if there is no such entry.
	Get(ctx context.Context, service, account string) (client.Secret, error)
	// Peek is Get without asking the user. It returns an *Error of Locked if Get would ask them to unlock the keyring.
	Peek(ctx context.Context, service, account string) (client.Secret, error)
	// Set stores an entry and replaces an earlier one. If it fails because ctx is done, the entry is removed again as
	// soon as the keyring answers.
	Set(ctx context.Context, service, account string, s client.Secret) error
	// Delete deletes an entry. It returns nil if there is none.
	Delete(ctx context.Context, service, account string) error
	// Accounts returns the accounts for which a service has entries, or errors.ErrUnsupported.
	Accounts(ctx context.Context, service string) ([]string, error)
	// Probe returns an error if the keyring does not answer or is locked. It stores nothing and does not ask the user.
	Probe(ctx context.Context) error
	// Unlocked returns an *Error of Locked if other calls would ask the user to unlock the keyring. It does not ask the
	// user itself.
	Unlocked(ctx context.Context) error
}

package keyring

import (
	"context"
	"errors"

	"accesskeys/client"
)

var (
	errReadBack = errors.New("what was read back differs from what was stored")
	errNotKept  = errors.New("it was not there after being stored")
)

// Set stores a secret and reads it back. The error is an *Error or ctx's error. If ctx is done but the secret is stored
// later, it is removed again as soon as the keyring answers.
func (k *Keyring) Set(ctx context.Context, service, account string, s client.Secret) error {
	if len(s.Reveal()) > maxEntry {
		return &Error{Kind: TooLarge}
	}
	_, err := k.do(ctx, "set", &call{
		ask:  func() (client.Secret, error) { return client.Secret{}, k.set(service, account, s) },
		undo: func() { k.undoSet(service, account) },
	})
	return err
}

// set stores an entry and reads it back. If the user dismisses a prompt, go-keyring reports success but stores nothing.
func (k *Keyring) set(service, account string, s client.Secret) error {
	if err := k.os.Set(service, account, s.Reveal()); err != nil {
		return err
	}
	stored, err := k.get(service, account)
	switch {
	case err == nil && stored.Equal(s):
		return nil
	case errors.Is(err, ErrNotStored):
		return &Error{Kind: Refused, Err: errNotKept}
	}
	k.undoSet(service, account)
	if err == nil {
		err = errReadBack
	}
	return &Error{Kind: Mismatch, Err: err}
}

// undoSet removes an entry whose Set failed.
func (k *Keyring) undoSet(service, account string) {
	if err := k.delete(service, account); err != nil {
		k.log.Warn("what was stored in the keyring could not be taken back", "service", service, "error", err)
	}
}

const (
	// maxEntry is the most bytes in an entry. It is the limit of Windows (CRED_MAX_CREDENTIAL_BLOB_SIZE), which is the
	// lowest of all systems.
	maxEntry = 5 * 512
)

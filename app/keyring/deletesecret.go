package keyring

import (
	"context"
	"errors"

	"accesskeys/client"
)

var errStillThere = errors.New("it was still there after being deleted")

// Delete deletes an entry and verifies that it is gone. It returns nil if there was none. The error is an *Error or ctx's
// error.
func (k *Keyring) Delete(ctx context.Context, service, account string) error {
	_, err := k.do(ctx, "delete", &call{ask: func() (client.Secret, error) {
		return client.Secret{}, k.delete(service, account)
	}})
	return err
}

// delete deletes an entry and verifies that it is gone, because go-keyring counts a dismissed prompt as success.
func (k *Keyring) delete(service, account string) error {
	if err := k.os.Delete(service, account); err != nil && !errors.Is(err, ErrNotStored) {
		return err
	}
	_, err := k.get(service, account)
	switch {
	case errors.Is(err, ErrNotStored):
		return nil
	case err != nil:
		return err
	}
	return &Error{Kind: Mismatch, Err: errStillThere}
}

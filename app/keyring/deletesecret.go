package keyring

import (
	"context"
	"errors"

	"accesskeys/client"
)

var errStillThere = errors.New("it was still there after being deleted")

// Delete removes an entry and makes sure that it is gone; nil means that it is, or never was. It
// returns a *Error or ctx's error.
func (k *Keyring) Delete(ctx context.Context, service, account string) error {
	_, err := k.do(ctx, "delete", &call{ask: func() (client.Secret, error) {
		return client.Secret{}, k.delete(service, account)
	}})
	return err
}

// delete removes an entry and looks whether it is gone: go-keyring counts a dismissed prompt as success.
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

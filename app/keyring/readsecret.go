package keyring

import (
	"context"
	"errors"

	"accesskeys/client"
)

var errEmpty = errors.New("the entry is empty")

// Get returns the secret of an entry. The error is ErrNotStored, an *Error, or ctx's error. If an entry is being read
// already, Get waits for that result instead of reading the entry again.
func (k *Keyring) Get(ctx context.Context, service, account string) (client.Secret, error) {
	get := func() (client.Secret, error) {
		return k.do(ctx, "get", &call{
			question: service + "\n" + account,
			ask:      func() (client.Secret, error) { return k.get(service, account) },
		})
	}
	s, err := get()
	if KindOf(err) == Locked { // this was the result of a Peek
		return get()
	}
	return s, err
}

// Peek is Get without asking the user. It returns an *Error of Locked if Get would ask them to unlock the keyring.
func (k *Keyring) Peek(ctx context.Context, service, account string) (client.Secret, error) {
	return k.do(ctx, "peek", &call{
		question: service + "\n" + account,
		ask:      func() (client.Secret, error) { return requireValue(k.os.Peek(service, account)) },
	})
}

// get reads an entry. Like set, delete and undoSet, it must be called by the worker.
func (k *Keyring) get(service, account string) (client.Secret, error) {
	return requireValue(k.os.Get(service, account))
}

// requireValue returns the value of an entry as a secret. It returns an *Error of Refused if the value is empty, as it is
// when KWallet does not allow reading the entry.
func requireValue(value string, err error) (client.Secret, error) {
	if err == nil && value == "" {
		err = &Error{Kind: Refused, Err: errEmpty}
	}
	return client.NewSecret(value), err
}

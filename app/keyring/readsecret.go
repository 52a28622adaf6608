package keyring

import (
	"context"
	"errors"

	"accesskeys/client"
)

var errEmpty = errors.New("the entry is empty")

// Get returns the secret of an entry, or ErrNotStored, a *Error, or ctx's error. While an entry is
// being asked for, another caller that asks for the same one waits for the same answer.
func (k *Keyring) Get(ctx context.Context, service, account string) (client.Secret, error) {
	get := func() (client.Secret, error) {
		return k.do(ctx, "get", &call{
			question: service + "\n" + account,
			ask:      func() (client.Secret, error) { return k.get(service, account) },
		})
	}
	s, err := get()
	if KindOf(err) == Locked { // which is the answer to a Peek
		return get()
	}
	return s, err
}

// Peek is Get that asks the user nothing: it returns a *Error of Locked where they would be asked to unlock the keyring.
func (k *Keyring) Peek(ctx context.Context, service, account string) (client.Secret, error) {
	return k.do(ctx, "peek", &call{
		question: service + "\n" + account,
		ask:      func() (client.Secret, error) { return entry(k.os.Peek(service, account)) },
	})
}

// get reads an entry. Like set, delete and takeBack, it is for the worker.
func (k *Keyring) get(service, account string) (client.Secret, error) {
	return entry(k.os.Get(service, account))
}

// entry is what was read. An empty entry is not what was stored, but there is one: KWallet answers so when it may not be
// read.
func entry(value string, err error) (client.Secret, error) {
	if err == nil && value == "" {
		err = &Error{Kind: Refused, Err: errEmpty}
	}
	return client.NewSecret(value), err
}

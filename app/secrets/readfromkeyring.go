package secrets

import (
	"context"
	"errors"
	"slices"

	"accesskeys/app/keyring"
	"accesskeys/client"
)

// Get returns a key's secret. If the index does not list the key, or current returns false for its stamp, Get returns
// keyring.ErrNotStored without asking the keyring. It calls current again after reading the secret, since that can take
// long. A masked secret counts as not stored and is deleted. Unless prompt is set, the user is not asked to unlock the
// keyring, and Get returns an error of keyring.Locked. Other errors are those of the keyring.
func (v *Vault) Get(ctx context.Context, keyID string, current func(Stamp) bool, prompt bool) (client.Secret, error) {
	all, err := v.Listed()
	if err != nil {
		return client.Secret{}, err
	}
	i := slices.IndexFunc(all, func(e Listed) bool { return e.KeyID == keyID && current(e.Stamp) })
	if i < 0 {
		return client.Secret{}, keyring.ErrNotStored
	}
	e := all[i]
	get := v.store.Peek
	if prompt {
		get = v.store.Get
	}
	secret, err := get(ctx, keyring.ServiceVault, e.account())
	if err == nil && !current(e.Stamp) { // unlocking the keyring may have taken the user long
		return client.Secret{}, keyring.ErrNotStored
	}
	if err == nil && secret.Masked() {
		return client.Secret{}, errors.Join(keyring.ErrNotStored, v.forget(ctx, func(o Listed) bool { return o != e }))
	}
	return secret, err
}

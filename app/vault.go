package app

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"

	"accesskeys/client"
)

var errSealed = errors.New("the vault is closed")

// Vault keeps the secrets that were revealed on one server in the keyring, one entry a key.
type Vault struct {
	store  SecretStore
	index  *index
	base   string
	sealed atomic.Bool // set by logging out: takes nothing in any more
}

// Get returns a key's secret. It returns ErrNotStored without asking the keyring when the index does not
// list the key, else the keyring's error.
func (v *Vault) Get(ctx context.Context, keyID string) (client.Secret, error) {
	ids, err := v.index.keys(v.base)
	if err != nil {
		return client.Secret{}, err
	}
	if _, found := slices.BinarySearch(ids, keyID); !found {
		return client.Secret{}, ErrNotStored
	}
	return v.store.Get(ctx, vaultService, account(v.base, keyID))
}

// Put stores a key's secret, replacing what was there. It returns the keyring's error, or that of writing
// the index; then nothing was stored.
func (v *Vault) Put(ctx context.Context, keyID string, s client.Secret) error {
	return v.put(ctx, keyID, s, func() bool { return true })
}

// put stores s if, when its turn has come, wanted says so.
func (v *Vault) put(ctx context.Context, keyID string, s client.Secret, wanted func() bool) error {
	unlock, err := v.index.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	if v.sealed.Load() {
		return errSealed
	}
	if !wanted() {
		return nil
	}
	// The index first, so that the keyring never holds what is not listed.
	before, err := v.index.add(v.base, keyID)
	if err != nil {
		return err
	}
	err = v.store.Set(ctx, vaultService, account(v.base, keyID), s)
	if err != nil && !before && leftAlone(err) {
		return errors.Join(err, v.index.remove(v.base, keyID))
	}
	return err
}

// leftAlone reports whether a Set that failed with err cannot have left anything in the keyring.
func leftAlone(err error) bool {
	switch keyringKindOf(err) {
	case KeyringMissing, KeyringBusy, KeyringTooLarge, KeyringRefused:
		return true
	}
	return false
}

// Remove forgets the secrets of keys. A key whose removal fails stays listed. It stops at the first
// failure that others would share.
func (v *Vault) Remove(ctx context.Context, keyIDs ...string) error {
	return v.Prune(ctx, func(id string) bool { return !slices.Contains(keyIDs, id) })
}

// Clear forgets all secrets of the server.
func (v *Vault) Clear(ctx context.Context) error {
	return v.Prune(ctx, func(string) bool { return false })
}

// Prune forgets the secrets of the keys that keep does not want. Errors are as with Remove.
func (v *Vault) Prune(ctx context.Context, keep func(keyID string) bool) error {
	unlock, err := v.index.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	ids, err := v.index.keys(v.base)
	if err != nil {
		return err
	}
	var errs []error
	for _, id := range ids {
		if keep(id) {
			continue
		}
		err := v.remove(ctx, id)
		errs = append(errs, err)
		if hopeless(err) {
			break
		}
	}
	return errors.Join(errs...)
}

func (v *Vault) remove(ctx context.Context, keyID string) error {
	if err := v.store.Delete(ctx, vaultService, account(v.base, keyID)); err != nil {
		return err
	}
	return v.index.remove(v.base, keyID)
}

// hopeless reports whether the next call would fail as this one did.
func hopeless(err error) bool {
	switch keyringKindOf(err) {
	case KeyringMissing, KeyringBusy, KeyringTimeout:
		return true
	}
	return errors.Is(err, context.Canceled)
}

// seal empties the vault for good: a Put under way is waited for, later ones fail.
func (v *Vault) seal(ctx context.Context) error {
	v.sealed.Store(true)
	return v.Clear(ctx)
}

// Stored returns the IDs of the keys whose secrets the keyring may hold, sorted.
func (v *Vault) Stored() []string {
	ids, err := v.index.keys(v.base)
	if err != nil {
		v.index.file.log.Warn("index of the vault could not be read", "error", err)
	}
	return ids
}

// Len returns the number of keys that Stored does.
func (v *Vault) Len() int { return len(v.Stored()) }

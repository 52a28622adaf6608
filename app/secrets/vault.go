// Package secrets stores revealed secrets in the system's keyring. It has an index of them on disk, because not every
// keyring can list its entries.
package secrets

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync/atomic"

	"accesskeys/app/keyring"
	"accesskeys/client"
	"accesskeys/client/route"
)

var (
	// ErrSealed means that a secret was not stored because the vault is closed.
	ErrSealed    = errors.New("the vault is closed")
	errIndexLost = errors.New("the list of what the keyring holds was corrupt")
)

// Vault stores the revealed secrets of one server in the keyring, with one entry per key. The name of an entry contains
// the base that the API had when the secret was stored. Entries with other bases of the same server belong to the vault
// too, because the API can move.
type Vault struct {
	store  keyring.Store
	index  *Index
	base   string
	sealed atomic.Bool // Put fails
}

// NewVault returns a vault in store for the server of base.
func NewVault(store keyring.Store, index *Index, base string) *Vault {
	return &Vault{store: store, index: index, base: base}
}

// Base returns the base with which new entries are named.
func (v *Vault) Base() string { return v.base }

// Listed returns the index's entries for the server. The keyring has no other secrets of the server, but may lack some.
func (v *Vault) Listed() ([]Listed, error) { return v.index.listOf(v.base) }

// Close makes the vault refuse to store further secrets.
func (v *Vault) Close() { v.sealed.Store(true) }

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
	secret, err := get(ctx, keyring.ServiceVault, e.Account())
	if err == nil && !current(e.Stamp) { // unlocking the keyring may have taken the user long
		return client.Secret{}, keyring.ErrNotStored
	}
	if err == nil && secret.Masked() {
		return client.Secret{}, errors.Join(keyring.ErrNotStored, v.forget(ctx, func(o Listed) bool { return o != e }))
	}
	return secret, err
}

// Put stores a key's secret and replaces an earlier one. It calls wanted when its turn has come, and stores nothing if
// that returns false. It returns the keyring's error, or that of writing the index. In any case, the index then lists the
// key if the keyring may have its secret, with a stamp that is not too late. Put does not ask the user to unlock the
// keyring; if it is locked, Put fails.
func (v *Vault) Put(ctx context.Context, keyID string, secret client.Secret, e Entry, wanted func() bool) error {
	unlock, err := v.index.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	if v.sealed.Load() {
		return ErrSealed
	}
	if !wanted() {
		return nil
	}
	if err := v.store.Unlocked(ctx); err != nil {
		return err
	}
	before, err := v.index.add(v.base, keyID, e)
	if err != nil {
		return err
	}
	err = v.store.Set(ctx, keyring.ServiceVault, keyring.Account(v.base, keyID), secret)
	switch {
	case err == nil:
		return v.index.set(v.base, keyID, e)
	case !before && keyring.StoredNothing(err):
		return errors.Join(err, v.index.remove(v.base, keyID))
	}
	return err
}

// Claim sets the owners of keys, by key ID.
func (v *Vault) Claim(owners map[string]string) error { return v.index.claim(v.base, owners) }

// Prune deletes the secrets of the keys for which keep returns false. A key whose deletion fails stays listed. Prune does
// not ask the user to unlock the keyring; if it is locked, Prune fails and deletes nothing.
func (v *Vault) Prune(ctx context.Context, keep func(Listed) bool) error {
	all, err := v.Listed()
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(all, func(e Listed) bool { return !keep(e) }) {
		return nil // without waiting for a turn, which can take long
	}
	if err := v.store.Unlocked(ctx); err != nil {
		return err
	}
	return v.forget(ctx, keep)
}

// Clear deletes all secrets of the server, including those that are being stored.
func (v *Vault) Clear(ctx context.Context) error {
	return v.forget(ctx, func(Listed) bool { return false })
}

// forget waits for a turn and deletes the secrets of the keys for which keep returns false. It stops at an error that
// would occur for the other secrets too.
func (v *Vault) forget(ctx context.Context, keep func(Listed) bool) error {
	unlock, err := v.index.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	all, err := v.Listed()
	if err != nil {
		return err
	}
	var errs []error
	for _, e := range all {
		if keep(e) {
			continue
		}
		err := v.remove(ctx, e.Base, e.KeyID)
		errs = append(errs, err)
		if keyring.Hopeless(err) {
			break
		}
	}
	return errors.Join(errs...)
}

func (v *Vault) remove(ctx context.Context, base, keyID string) error {
	if err := v.store.Delete(ctx, keyring.ServiceVault, keyring.Account(base, keyID)); err != nil {
		return err
	}
	return v.index.remove(base, keyID)
}

// Seal closes the vault and deletes all its secrets. It waits for a Put under way; later ones fail. It also deletes the
// server's secrets that the keyring lists but the index does not. If the index was corrupt and the keyring cannot list
// its entries, Seal returns a *keyring.Error of keyring.Lost, because secrets may remain.
func (v *Vault) Seal(ctx context.Context) error {
	v.Close()
	if err := v.Clear(ctx); err != nil {
		return err
	}
	err := v.clearUnlisted(ctx)
	switch {
	case !v.index.lost.Load():
		return nil // the index is complete, so there was nothing unlisted
	case errors.Is(err, errors.ErrUnsupported):
		return &keyring.Error{Kind: keyring.Lost, Err: errIndexLost}
	}
	return err
}

// SealUser closes the vault and deletes the secrets of a user. It keeps those of other users of the server.
func (v *Vault) SealUser(ctx context.Context, user string) error {
	v.Close()
	return v.ClearUser(ctx, user)
}

// ClearUser deletes the secrets of a user at the server, including those that are being stored.
func (v *Vault) ClearUser(ctx context.Context, user string) error {
	return v.forget(ctx, func(e Listed) bool { return e.User != user })
}

// clearUnlisted deletes the secrets of the server that the keyring lists. It returns errors.ErrUnsupported if the keyring
// cannot list its entries.
func (v *Vault) clearUnlisted(ctx context.Context) error {
	unlock, err := v.index.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	accounts, err := v.store.Accounts(ctx, keyring.ServiceVault)
	if err != nil {
		return err
	}
	for _, a := range accounts {
		i := strings.LastIndex(a, " ")
		base, keyID := a[:max(0, i)], a[i+1:]
		if !route.SameServer(base, v.base) {
			continue
		}
		if err := v.remove(ctx, base, keyID); err != nil {
			return err
		}
	}
	return nil
}

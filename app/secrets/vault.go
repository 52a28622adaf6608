// Package secrets keeps the secrets that were revealed in the keyring, with an index of them on disk: a keyring cannot
// always list what it holds.
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
	ErrSealed    = errors.New("the vault is closed")
	errIndexLost = errors.New("the list of what the keyring holds was corrupt")
)

// Vault keeps the secrets that were revealed on one server in the keyring, one entry a key. An entry is named by the
// base that the API had when it was stored: what was stored before the API moved on its server is the vault's too.
type Vault struct {
	store  keyring.Store
	index  *Index
	base   string
	sealed atomic.Bool // it takes nothing in any more
}

// NewVault returns the vault in store for the server at base.
func NewVault(store keyring.Store, index *Index, base string) *Vault {
	return &Vault{store: store, index: index, base: base}
}

// Base returns what the server's entries are named by.
func (v *Vault) Base() string { return v.base }

// Listed returns what the index has of the server: all that the keyring may hold, and perhaps more.
func (v *Vault) Listed() ([]Listed, error) { return v.index.on(v.base) }

// Close has the vault take nothing in any more.
func (v *Vault) Close() { v.sealed.Store(true) }

// Get returns a key's secret. It returns ErrNotStored without asking the keyring when the index does not
// list the key, or with a stamp that current does not want, before or after the keyring was asked; else the
// keyring's error. What a server showed in a secret's place counts as not stored, and is forgotten. The user is
// asked to unlock the keyring only with prompt; else the error is of keyring.Locked.
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
	if err == nil && !current(e.Stamp) { // a user may have taken their time to unlock the keyring
		return client.Secret{}, keyring.ErrNotStored
	}
	if err == nil && secret.Masked() {
		return client.Secret{}, errors.Join(keyring.ErrNotStored, v.forget(ctx, func(o Listed) bool { return o != e }))
	}
	return secret, err
}

// Put stores a key's secret if, when its turn has come, wanted says so, replacing what was there. It
// returns the keyring's error, or that of writing the index. Whatever happens, the index lists what the
// keyring may have, with no later a stamp. To store a secret for later is not worth a prompt: a keyring that is locked
// stays so.
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

// Claim notes whose keys are which, by key ID.
func (v *Vault) Claim(owners map[string]string) error { return v.index.claim(v.base, owners) }

// Prune forgets the secrets of the keys that keep does not want. A key whose removal fails stays listed, as
// all do while the keyring is locked: nobody is asked to unlock it for that.
func (v *Vault) Prune(ctx context.Context, keep func(Listed) bool) error {
	all, err := v.Listed()
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(all, func(e Listed) bool { return !keep(e) }) {
		return nil // without waiting for a turn, which may be a long time coming
	}
	if err := v.store.Unlocked(ctx); err != nil {
		return err
	}
	return v.forget(ctx, keep)
}

// Clear forgets all secrets of the server, those too that are being stored.
func (v *Vault) Clear(ctx context.Context) error {
	return v.forget(ctx, func(Listed) bool { return false })
}

// forget is Prune when its turn has come. It stops at the first failure that others would share.
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

// Seal empties the vault for good: a put under way is waited for, later ones fail. What the keyring lists of the
// server goes too, should the index not have it. Where the index was corrupt and the keyring cannot list, Seal returns
// a *keyring.Error of keyring.Lost, because then what was listed there may remain.
func (v *Vault) Seal(ctx context.Context) error {
	v.Close()
	if err := v.Clear(ctx); err != nil {
		return err
	}
	err := v.clearUnlisted(ctx)
	switch {
	case !v.index.lost.Load():
		return nil // there should have been nothing
	case errors.Is(err, errors.ErrUnsupported):
		return &keyring.Error{Kind: keyring.Lost, Err: errIndexLost}
	}
	return err
}

// SealUser empties the vault of a user's secrets for good. Those of others on the server stay.
func (v *Vault) SealUser(ctx context.Context, user string) error {
	v.Close()
	return v.ClearUser(ctx, user)
}

// ClearUser forgets a user's secrets of the server, those too that are being stored.
func (v *Vault) ClearUser(ctx context.Context, user string) error {
	return v.forget(ctx, func(e Listed) bool { return e.User != user })
}

// clearUnlisted forgets the secrets of the server that the keyring lists. It returns errors.ErrUnsupported where the
// keyring cannot.
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

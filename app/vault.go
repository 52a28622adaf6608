package app

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync/atomic"

	"accesskeys/client"
)

var (
	errSealed    = errors.New("the vault is closed")
	errIndexLost = errors.New("the list of what the keyring holds was corrupt")
)

// vault keeps the secrets that were revealed on one server in the keyring, one entry a key. An entry is named by the
// base that the API had when it was stored: what was stored before the API moved on its server is the vault's too.
type vault struct {
	store  SecretStore
	index  *index
	base   string
	sealed atomic.Bool // set by logging out: takes nothing in any more
}

// get returns a key's secret. It returns ErrNotStored without asking the keyring when the index does not
// list the key, or with a stamp that current does not want, before or after the keyring was asked; else the
// keyring's error. What a server showed in a secret's place counts as not stored, and is forgotten.
func (v *vault) get(ctx context.Context, keyID string, current func(stamp) bool) (client.Secret, error) {
	all, err := v.index.on(v.base)
	if err != nil {
		return client.Secret{}, err
	}
	i := slices.IndexFunc(all, func(e listedEntry) bool { return e.keyID == keyID && current(e.Stamp) })
	if i < 0 {
		return client.Secret{}, ErrNotStored
	}
	e := all[i]
	secret, err := v.store.Get(ctx, vaultService, e.account())
	if err == nil && !current(e.Stamp) { // a person may have taken their time to unlock the keyring
		return client.Secret{}, ErrNotStored
	}
	if err == nil && secret.Masked() {
		return client.Secret{}, errors.Join(ErrNotStored, v.forget(ctx, func(o listedEntry) bool { return o != e }))
	}
	return secret, err
}

// put stores a key's secret if, when its turn has come, wanted says so, replacing what was there. It
// returns the keyring's error, or that of writing the index. Whatever happens, the index lists what the
// keyring may have, with no later a stamp.
func (v *vault) put(ctx context.Context, keyID string, secret client.Secret, e entry, wanted func() bool) error {
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
	before, err := v.index.add(v.base, keyID, e)
	if err != nil {
		return err
	}
	err = v.store.Set(ctx, vaultService, account(v.base, keyID), secret)
	switch {
	case err == nil:
		return v.index.set(v.base, keyID, e)
	case !before && leftAlone(err):
		return errors.Join(err, v.index.remove(v.base, keyID))
	}
	return err
}

// leftAlone reports whether a Set that failed with err cannot have left anything in the keyring.
func leftAlone(err error) bool {
	if brokeOff(err) || errors.Is(err, errPanicked) {
		return false
	}
	switch keyringKindOf(err) {
	case KeyringMissing, KeyringBusy, KeyringTooLarge, KeyringRefused:
		return true
	}
	return false
}

// prune forgets the secrets of the keys that keep does not want. A key whose removal fails stays listed.
func (v *vault) prune(ctx context.Context, keep func(listedEntry) bool) error {
	all, err := v.index.on(v.base)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(all, func(e listedEntry) bool { return !keep(e) }) {
		return nil // without waiting for a turn, which may be a long time coming
	}
	return v.forget(ctx, keep)
}

// clear forgets all secrets of the server, those too that are being stored.
func (v *vault) clear(ctx context.Context) error {
	return v.forget(ctx, func(listedEntry) bool { return false })
}

// forget is prune when its turn has come. It stops at the first failure that others would share.
func (v *vault) forget(ctx context.Context, keep func(listedEntry) bool) error {
	unlock, err := v.index.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	all, err := v.index.on(v.base)
	if err != nil {
		return err
	}
	var errs []error
	for _, e := range all {
		if keep(e) {
			continue
		}
		err := v.remove(ctx, e.base, e.keyID)
		errs = append(errs, err)
		if hopeless(err) {
			break
		}
	}
	return errors.Join(errs...)
}

func (v *vault) remove(ctx context.Context, base, keyID string) error {
	if err := v.store.Delete(ctx, vaultService, account(base, keyID)); err != nil {
		return err
	}
	return v.index.remove(base, keyID)
}

// hopeless reports whether the next call would fail as this one did, or ask a person who has dismissed a
// prompt again.
func hopeless(err error) bool {
	switch keyringKindOf(err) {
	case KeyringMissing, KeyringBusy, KeyringTimeout, KeyringRefused, KeyringLocked:
		return true
	}
	return errors.Is(err, context.Canceled)
}

// seal empties the vault for good: a put under way is waited for, later ones fail. What the keyring lists of the
// server goes too, should the index not have it. Where the index was corrupt and the keyring cannot list, seal returns
// a *KeyringError of KeyringLost, because then what was listed there may remain.
func (v *vault) seal(ctx context.Context) error {
	v.sealed.Store(true)
	if err := v.clear(ctx); err != nil {
		return err
	}
	err := v.clearUnlisted(ctx)
	switch {
	case !v.index.lost.Load():
		return nil // there should have been nothing
	case errors.Is(err, errors.ErrUnsupported):
		return &KeyringError{Kind: KeyringLost, Err: errIndexLost}
	}
	return err
}

// clearUnlisted forgets the secrets of the server that the keyring lists. It returns errors.ErrUnsupported where the
// keyring cannot.
func (v *vault) clearUnlisted(ctx context.Context) error {
	unlock, err := v.index.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	accounts, err := v.store.Accounts(ctx, vaultService)
	if err != nil {
		return err
	}
	for _, a := range accounts {
		i := strings.LastIndex(a, " ")
		base, keyID := a[:max(0, i)], a[i+1:]
		if !onServer(base, v.base) {
			continue
		}
		if err := v.remove(ctx, base, keyID); err != nil {
			return err
		}
	}
	return nil
}

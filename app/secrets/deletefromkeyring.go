package secrets

import (
	"context"
	"errors"
	"slices"

	"accesskeys/app/keyring"
	"accesskeys/client/route"
)

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
	unlock, err := v.index.Turns.Take(ctx)
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
	unlock, err := v.index.Turns.Take(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	accounts, err := v.store.Accounts(ctx, keyring.ServiceVault)
	if err != nil {
		return err
	}
	for _, a := range accounts {
		base, keyID := keyring.SplitAccount(a)
		if !route.SameServer(base, v.base) {
			continue
		}
		if err := v.remove(ctx, base, keyID); err != nil {
			return err
		}
	}
	return nil
}

package secrets

import (
	"context"
	"errors"

	"accesskeys/app/keyring"
	"accesskeys/client"
)

// Put stores a key's secret and replaces an earlier one. It calls wanted when its turn has come, and stores nothing if
// that returns false. It returns the keyring's error, or that of writing the index. In any case, the index then lists the
// key if the keyring may have its secret, with a stamp that is not too late. Put does not ask the user to unlock the
// keyring; if it is locked, Put fails.
func (v *Vault) Put(ctx context.Context, keyID string, secret client.Secret, e Entry, wanted func() bool) error {
	unlock, err := v.index.Turns.Take(ctx)
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

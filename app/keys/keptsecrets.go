package keys

import "context"

// Keep stores a secret that Reveal fetched in the vault, unless the key is gone or deleted by then, or the keyring is
// locked. Errors also go to VaultTrouble.
func (k *Keys) Keep(ctx context.Context, id string, r Revealed) error {
	if r.FromVault {
		return nil
	}
	alive := func() bool { return k.alive("keep secret", id) == nil }
	err := k.vault.Put(ctx, id, r.Secret, r.entry, alive)
	k.vaultFailed(err)
	switch {
	case !alive():
		k.prune(ctx, id)
	case err == nil:
		vaultAnswered(k)
	}
	return err
}

// Kept returns the IDs of the keys whose secrets are in the keyring. While offline, only these can be revealed. Keys that
// the server has changed since are left out. Kept reads the disk.
func (k *Keys) Kept() (map[string]bool, error) {
	listed, err := k.vault.Listed()
	kept := map[string]bool{}
	for _, e := range listed {
		if key, ok := asListed(k, e.KeyID); ok && e.Stamp.Covers(key.UpdatedAt) {
			kept[e.KeyID] = true
		}
	}
	if own := k.backend.KeyID(); inSignIn(k, own) {
		kept[own] = true
	}
	return kept, err
}

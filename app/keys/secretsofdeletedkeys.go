package keys

import (
	"context"
	"slices"

	"accesskeys/app/keyring"
	"accesskeys/app/secrets"
)

// prune removes the secrets of keys that are deleted or gone. It does nothing before the list was read in this session.
// The secret of a key that is not listed is removed only if the key is in gone, or belonged to the user of this list.
// Other users' secrets stay.
func (k *Keys) prune(ctx context.Context, gone ...string) {
	k.mu.Lock()
	current, owned := k.list.fresh.Current, k.owner.owned
	owners := ownersOf(k.list.keys, k.backend.KeyID())
	k.mu.Unlock()
	if !current {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), keyring.ShortLimit)
	defer cancel()
	if owned { // or else the keys would be recorded as this user's, and pruned as such later
		k.vaultFailed(k.vault.Claim(owners))
	}
	users := map[string]bool{}
	for _, user := range owners {
		users[user] = true
	}
	k.vaultFailed(k.vault.Prune(ctx, func(e secrets.Listed) bool {
		k.mu.Lock()
		defer k.mu.Unlock()
		switch {
		case owners[e.KeyID] != "":
			return k.list.alive("", e.KeyID) == nil
		case slices.Contains(gone, e.KeyID):
			return false
		case !k.owner.owned || k.list.partial(): // the key may still exist
			return true
		}
		// Another base may be another API, whose users have the same IDs.
		return !k.owner.seen[e.KeyID] && !(e.Base == k.vault.Base() && users[e.User])
	}))
}

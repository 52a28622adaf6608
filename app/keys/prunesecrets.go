package keys

import (
	"context"
	"slices"

	"accesskeys/app/keyring"
	"accesskeys/app/secrets"
)

// prune removes the secrets of keys that are deleted or gone, which an unread list does not tell; of one that is
// not listed only if it is known to be gone, or the user's whose list this is. Other users' stay.
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
	if owned { // or the keys would count as this user's, and be pruned as such later
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
		case !k.owner.owned || k.list.partial(): // that it is not in the list does not mean that it is gone
			return true
		}
		// At another base there may be another API, whose users have the same IDs.
		return !k.owner.seen[e.KeyID] && !(e.Base == k.vault.Base() && users[e.User])
	}))
}

package app

import (
	"context"
	"slices"

	"accesskeys/client"
)

// Load reads the list from the server, and then prunes the secrets of keys
// that are gone or deleted. Its errors are the client's; the vault's go to OnVaultTrouble. What was listed
// stays when it fails.
func (k *Keys) Load(ctx context.Context) error {
	err := k.LoadWith(ctx)
	if client.KindOf(err) == client.KindUnauthorized {
		k.settleLockedOut()
	}
	return err
}

// LoadWith is Load with a secret that may be mistyped: that it is refused says nothing of the key.
func (k *Keys) LoadWith(ctx context.Context) error {
	asked := k.tick()
	list, err := k.readList(ctx)
	if err != nil {
		k.mu.Lock()
		defer k.mu.Unlock()
		k.list.unread(err, asked, k.now())
		return err
	}
	k.apply(list, asked, asked)
	k.prune(ctx)
	return nil
}

func (k *Keys) tick() int {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.list.tick()
}

// apply shows a list that was asked for at asked, unless a younger one is shown already, or one that says the
// same. What changed since known, it may not know of; what it tells of changes whose outcome was not known is
// told. The list becomes k's.
func (k *Keys) apply(list client.Listing, asked, known int) {
	settled, news := k.replace(list, asked, known)
	if news {
		k.listeners.changed()
	}
	k.tellDoubt()
	k.listeners.settled(settled...)
}

// replace reports whether there is anything new to be seen: reading the same again and again costs nobody anything.
func (k *Keys) replace(l client.Listing, asked, known int) (settled []Settled, news bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if asked < k.list.asked {
		return nil, false
	}
	keys, whole := k.list.redone(l.Keys, known), l.Whole()
	changed := k.list.read(asked, lacking(l, len(keys)), k.now())
	if whole {
		k.judge(keys)
	} else if k.doubting.doubt == "" {
		k.doubting.see(keys)
	}
	if k.doubting.doubt == "" { // another user's list tells nothing of what was done
		settled = append(k.pending.settle(keys, known, whole), k.creates.settle(keys, known, whole)...)
	}
	if news = changed || len(settled) > 0 || !sameKeys(k.list.keys, keys); news {
		k.list.set(keys)
	}
	return settled, news
}

// prune removes the secrets of keys that are deleted or gone, which an unread list does not tell; of one that is
// not listed only if it is known to be gone, or the user's whose list this is. Other users' stay.
func (k *Keys) prune(ctx context.Context, gone ...string) {
	if !k.Loaded() {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), Patience)
	defer cancel()
	owners := k.owners()
	if !k.InDoubt() { // else they may be said to be this user's, and be forgotten as such later
		k.trouble(k.vault.Claim(owners))
	}
	listed := map[string]bool{}
	for _, user := range owners {
		listed[user] = true
	}
	k.trouble(k.vault.Prune(ctx, func(e listedEntry) bool {
		switch {
		case owners[e.keyID] != "":
			return k.alive("", e.keyID) == nil
		case slices.Contains(gone, e.keyID):
			return false
		case k.Partial() || k.InDoubt():
			return true
		}
		// At another base there may be another API, whose users have the same IDs.
		return !k.wasListed(e.keyID) && !(e.base == k.vault.Base() && listed[e.User])
	}))
}

// wasListed tells whether a list of this session had the key.
func (k *Keys) wasListed(id string) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.doubting.seen[id]
}

package app

import (
	"context"
	"maps"
	"slices"

	"accesskeys/client"
)

// change is the outcome of work on a key.
type change struct {
	at    int          // on the clock
	state client.State // the key's state since then
	gone  bool         // the server has no such key since then
}

// Load reads the list from the server, and then forgets the secrets of keys
// that are gone or deleted. Its errors are the client's; the vault's go to OnVaultTrouble. What was listed
// stays when it fails.
func (k *Keys) Load(ctx context.Context) error {
	err := k.load(ctx)
	if client.KindOf(err) == client.KindUnauthorized {
		k.settleLockedOut()
	}
	return err
}

// load is Load with a secret that may be mistyped: that it is refused says nothing of the key.
func (k *Keys) load(ctx context.Context) error {
	asked := k.tick()
	list, err := k.readList(ctx)
	if err != nil {
		k.unread(err, asked)
		return err
	}
	k.apply(list, asked, asked)
	k.tidy(ctx)
	return nil
}

func (k *Keys) tick() int {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.clock++
	return k.clock
}

// apply shows a list that was asked for at asked, unless a younger one is shown already, or one that says the
// same. What changed since known, it may not know of; what it tells of changes whose outcome was not known is
// told. The list becomes k's.
func (k *Keys) apply(list client.Listing, asked, known int) {
	settled, news := k.replace(list, asked, known)
	if news {
		k.changed()
	}
	k.tell(settled...)
}

// replace reports whether there is anything new to be seen: reading the same again and again costs nobody anything.
func (k *Keys) replace(l client.Listing, asked, known int) (settled []Settled, news bool) {
	list, whole := l.Keys, l.Whole()
	k.mu.Lock()
	defer k.mu.Unlock()
	owned, mismatch := ofUser(list, k.user) // which may have become known meanwhile
	if asked < k.listed || mismatch != nil {
		return nil, false
	}
	// Lists that know less than this one are older, and will not be shown.
	maps.DeleteFunc(k.changes, func(_ string, c change) bool { return c.at <= known })
	for id, c := range k.changes {
		list = c.redo(list, id)
	}
	k.listed, k.fresh = asked, Freshness{ReadAt: k.wallClock(), Current: true}
	lacks := lacking(l, len(list))
	changed := k.lacks != lacks
	k.lacks = lacks
	if k.owned = owned; owned { // else it tells nothing of what was done
		for _, a := range list {
			k.seen[a.ID] = true
		}
		settled = k.settle(list, known, whole)
	}
	if whole {
		k.learnUser(list)
	}
	if news = changed || len(settled) > 0 || !sameKeys(k.list, list); news {
		k.setList(list)
	}
	return settled, news
}

// redo does a change to a list that may be older.
func (c change) redo(list []client.AccessKey, id string) []client.AccessKey {
	place := slices.IndexFunc(list, func(a client.AccessKey) bool { return a.ID == id })
	switch {
	case place < 0:
	case c.gone:
		list = slices.Delete(list, place, place+1)
	default:
		list[place].State = c.state
	}
	return list
}

// setList takes over a list. k.mu is held.
func (k *Keys) setList(list []client.AccessKey) {
	k.list = list
	k.edits++
	k.places = make(map[string]int, len(list))
	for i, a := range list {
		k.places[a.ID] = i
	}
}

// tidy forgets the secrets of keys that are deleted or gone, which an unread list does not tell; of one that is
// not listed only if it is known to be gone, or the user's whose list this is. Other users' stay.
func (k *Keys) tidy(ctx context.Context, gone ...string) {
	if !k.Loaded() {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), vaultPatience)
	defer cancel()
	owners := k.owners()
	if k.ownList() { // or the keys would count as this user's, and be forgotten as such later
		k.trouble(k.vault.index.claim(k.vault.base, owners))
	}
	listed := map[string]bool{}
	for _, user := range owners {
		listed[user] = true
	}
	k.trouble(k.vault.prune(ctx, func(e listedEntry) bool {
		switch {
		case owners[e.keyID] != "":
			return k.alive("", e.keyID) == nil
		case slices.Contains(gone, e.keyID):
			return false
		case !k.conclusive():
			return true
		}
		// At another base there may be another API, whose users have the same IDs.
		return !k.wasListed(e.keyID) && !(e.base == k.vault.base && listed[e.User])
	}))
}

// wasListed tells whether a list of this session had the key.
func (k *Keys) wasListed(id string) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.seen[id]
}

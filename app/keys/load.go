package keys

import (
	"context"
	"time"

	"accesskeys/client"
)

// Load reads the list from the server, and then removes the secrets of keys that are gone or deleted. If it fails, the list
// stays as it was. Its errors are the client's; the vault's go to VaultTrouble.
func (k *Keys) Load(ctx context.Context) error {
	err := k.LoadWith(ctx)
	if client.KindOf(err) == client.KindUnauthorized {
		k.resolveLockedOut()
	}
	return err
}

// LoadWith is Load for requests signed with a secret that may be mistyped, so that a refusal says nothing about the key.
func (k *Keys) LoadWith(ctx context.Context) error {
	read := func() (client.Listing, error) { return listFrom(ctx, k.backend) }
	began := k.clock.tick()
	err := loadFrom(ctx, k, k.now(), read)
	if err == nil && anyPendingSince(k, began) { // which that list may be too old for
		err = loadFrom(ctx, k, k.now(), read)
	}
	return err
}

// Take is Load for a list that was requested at a time of day, before k was used.
func (k *Keys) Take(ctx context.Context, list client.Listing, at time.Time) error {
	return loadFrom(ctx, k, at.Round(0), func() (client.Listing, error) { return list, nil })
}

// loadFrom shows the list that read returns, which is as of the time at.
func loadFrom(ctx context.Context, k *Keys, at time.Time, read func() (client.Listing, error)) error {
	asked := k.clock.tick()
	list, err := read()
	if err == nil {
		_, err = checkOwner(k, list.Keys)
	}
	if err != nil {
		k.mu.Lock()
		defer k.mu.Unlock()
		k.list.markFailed(err, asked, k.now())
		return err
	}
	k.apply(list, asked, asked, at)
	k.prune(ctx)
	return nil
}

// apply shows a list that was requested at asked, unless a newer one is shown already, and reports what is new: the list,
// changes made elsewhere, and pending outcomes that it resolves. The list may lack what changed after known, which is
// at by the time of day. k takes ownership of it.
func (k *Keys) apply(list client.Listing, asked, known int, at time.Time) {
	resolved, found, news := k.replace(list, asked, known, at)
	if news {
		k.Changed.Emit(struct{}{})
	}
	for _, act := range found {
		k.Acted.Emit(act)
	}
	for _, s := range resolved {
		k.Resolved.Emit(s)
	}
	savePending(k)
}

// replace is apply without the reports. news is whether there is anything new to show.
func (k *Keys) replace(l client.Listing, asked, known int, at time.Time) (resolved []Resolved, found []Act, news bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	owned, mismatch := k.owner.check(l.Keys) // the user may have become known meanwhile
	if asked < k.list.asked || mismatch != nil {
		return nil, nil, false
	}
	changes := len(k.list.changes)
	keys, whole := k.list.redone(l.Keys, known), l.Whole()
	same, dated := sameKeys(k.list.keys, keys), len(k.list.changes) < changes
	if owned { // or else it says nothing about this user's changes
		resolved = append(k.pending.resolve(keys, known, whole), k.creates.resolve(keys, known, whole)...)
	}
	if owned && !same {
		found = changedElsewhere(k, keys, whole, resolved)
	}
	changed := k.list.markRead(asked, lacking(l, len(keys)), at)
	k.owner.take(keys, owned)
	if whole {
		k.owner.learn(keys, k.backend.KeyID())
	}
	if news = changed || len(resolved) > 0 || !same || dated; news {
		k.list.set(keys)
	}
	return resolved, found, news
}

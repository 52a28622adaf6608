package keys

import (
	"context"

	"accesskeys/client"
)

// Load reads the list from the server, and then prunes the secrets of keys
// that are gone or deleted. Its errors are the client's; the vault's go to VaultTrouble. What was listed
// stays when it fails.
func (k *Keys) Load(ctx context.Context) error {
	err := k.LoadWith(ctx)
	if client.KindOf(err) == client.KindUnauthorized {
		k.resolveLockedOut()
	}
	return err
}

// LoadWith is Load with a secret that may be mistyped: that it is refused says nothing of the key.
func (k *Keys) LoadWith(ctx context.Context) error {
	read := func() (client.Listing, error) { return listFrom(ctx, k.backend) }
	began := k.clock.tick()
	err := take(ctx, k, read)
	if err == nil && anyPendingSince(k, began) { // of which that list may not know
		err = take(ctx, k, read)
	}
	return err
}

// Take is Load with a list that has just been read.
func (k *Keys) Take(ctx context.Context, list client.Listing) error {
	return take(ctx, k, func() (client.Listing, error) { return list, nil })
}

// take shows what read returns.
func take(ctx context.Context, k *Keys, read func() (client.Listing, error)) error {
	asked := k.clock.tick()
	list, err := read()
	if err == nil {
		_, err = ofUser(k, list.Keys)
	}
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

// apply shows a list that was asked for at asked, unless a younger one is shown already, or one that says the
// same. It may lack what changed since known. It reports the pending outcomes that the list resolves. The list
// becomes k's.
func (k *Keys) apply(list client.Listing, asked, known int) {
	resolved, found, news := k.replace(list, asked, known)
	if news {
		k.Changed.Emit(struct{}{})
	}
	for _, act := range found {
		k.Acted.Emit(act)
	}
	for _, s := range resolved {
		k.Resolved.Emit(s)
	}
	note(k, func() {})
}

// replace reports whether there is anything new to be seen: reading the same again and again costs nobody anything.
func (k *Keys) replace(l client.Listing, asked, known int) (resolved []Resolved, found []Act, news bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	owned, mismatch := k.owner.check(l.Keys) // the user may have become known meanwhile
	if asked < k.list.asked || mismatch != nil {
		return nil, nil, false
	}
	keys, whole := k.list.redone(l.Keys, known), l.Whole()
	same := sameKeys(k.list.keys, keys)
	if owned { // else it tells nothing of what was done
		resolved = append(k.pending.resolve(keys, known, whole), k.creates.resolve(keys, known, whole)...)
	}
	if owned && !same {
		found = compare(k, keys, whole, resolved)
	}
	changed := k.list.read(asked, lacking(l, len(keys)), k.now())
	k.owner.take(keys, owned)
	if whole {
		k.owner.learn(keys, k.backend.KeyID())
	}
	if news = changed || len(resolved) > 0 || !same; news {
		k.list.set(keys)
	}
	return resolved, found, news
}

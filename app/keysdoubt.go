package app

import "accesskeys/client"

// Doubt is why a list may be another user's than the one before it.
type Doubt string

// The reasons.
const (
	DoubtOwn  Doubt = "own"  // the key that the session is signed in with was in it, and is not
	DoubtNone Doubt = "none" // none of the keys is in it that were
)

// doubting is what tells that a list is another user's. Keys.mu guards it.
type doubting struct {
	seen     map[string]bool // the IDs in this session's lists, but for doubtful ones
	expected expectation     // what a list of the same user has something of
	doubt    Doubt           // why the list may be another user's; "" when it is the user's
	told     bool
	news     news[Doubt]
}

// OnDoubt has f called when a list may be another user's, at most once in a session, also when that happened
// before. As long as it may, no secret is forgotten because its key is not listed.
func (k *Keys) OnDoubt(f func(Doubt)) { k.doubting.news.on(f) }

// judge doubts a list that is about to be shown, or no longer does. A doubtful list is held against what was
// there before the doubt began. k.mu is held.
func (k *Keys) judge(list []client.AccessKey) {
	if k.doubting.doubt == "" {
		k.doubting.expected = k.expect()
	}
	k.doubting.doubt = k.doubting.expected.doubt(list, k.backend.KeyID())
	if k.doubting.doubt != "" {
		return
	}
	k.doubting.see(list)
}

// see takes note of the keys in a list that is not doubtful. k.mu is held.
func (d *doubting) see(list []client.AccessKey) {
	for _, a := range list {
		d.seen[a.ID] = true
	}
}

// doubtful reports whether a list may be another user's than the one that is shown, a key left aside.
func (k *Keys) doubtful(l client.Listing, aside string) bool {
	if !l.Whole() {
		return false
	}
	list := l.Keys
	k.mu.Lock()
	defer k.mu.Unlock()
	e, own := k.expect(), k.backend.KeyID()
	delete(e.ids, aside)
	e.own = e.ids[own]
	return e.doubt(list, own) != ""
}

// InDoubt reports whether the list may be another user's.
func (k *Keys) InDoubt() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.doubting.doubt != ""
}

// tellDoubt tells of the first doubt. k.mu is not held.
func (k *Keys) tellDoubt() {
	k.mu.Lock()
	doubt := k.doubting.doubt
	told := k.doubting.told
	k.doubting.told = told || doubt != ""
	k.mu.Unlock()
	if doubt != "" && !told {
		k.doubting.news.come(doubt)
	}
}

// expectation is what a list of the same user would have at least something of.
type expectation struct {
	ids map[string]bool // of the keys that were there and, as far as is known, not deleted
	own bool            // the session's was
}

// expect returns what is expected now. k.mu is held.
func (k *Keys) expect() expectation {
	e := expectation{ids: make(map[string]bool, len(k.list.keys))}
	for _, a := range k.list.keys {
		_, unknown := k.pending[a.ID]
		if a.State != client.StateDeleted && k.busy[a.ID] != OpDelete && !unknown {
			e.ids[a.ID] = true
		}
	}
	e.own = e.ids[k.backend.KeyID()]
	return e
}

func (e expectation) doubt(list []client.AccessKey, own string) Doubt {
	found, foundOwn := len(e.ids) == 0, !e.own
	for _, a := range list {
		found = found || e.ids[a.ID]
		foundOwn = foundOwn || a.ID == own
	}
	switch {
	case !found:
		return DoubtNone
	case !foundOwn:
		return DoubtOwn
	}
	return ""
}

// owner is whose key it is, as far as anybody says: where the server does not, that of the session's key.
func (k *Keys) owner(a client.AccessKey) string {
	if a.UserID == "" {
		return "user of " + k.backend.KeyID()
	}
	return a.UserID
}

// owners are whose keys are listed, by key ID.
func (k *Keys) owners() map[string]string {
	k.mu.Lock()
	defer k.mu.Unlock()
	owners := make(map[string]string, len(k.list.keys))
	for _, a := range k.list.keys {
		owners[a.ID] = k.owner(a)
	}
	return owners
}

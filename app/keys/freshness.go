package keys

import (
	"time"

	"accesskeys/client"
)

// Freshness is how current the list of keys is.
type Freshness struct {
	ReadAt  time.Time // when the list shown was requested: it may lack later changes; zero while there is none
	Current bool      // it was read in this session, not in an earlier one

	Failure     error     // why the last attempt to read it failed; nil if that succeeded, or there was none
	FailedSince time.Time // when the first attempt failed since the last that succeeded
}

// Listed reports whether there is a list, current or not.
func (f Freshness) Listed() bool { return f.Current || !f.ReadAt.IsZero() }

// Offline reports whether no request would succeed for now. A server that has no list is not the one that was signed in to.
func (f Freshness) Offline() bool {
	return Offline(f.Failure) || client.KindOf(f.Failure) == client.KindNotFound
}

// ReadOnly reports whether nothing should be changed, because the list may be out of date.
func (f Freshness) ReadOnly() bool { return !f.Current || f.Offline() }

// recently is how old a list may be that is used instead of reading the list before a key is created.
const recently = 30 * time.Second

// RecentlyRead reports whether the list is whole, the user's and has been read a short time ago, so that it need not be read
// before a key is created.
func RecentlyRead(k *Keys) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return recentlyRead(k)
}

// recentlyRead is RecentlyRead with k.mu held.
func recentlyRead(k *Keys) bool {
	f := k.list.fresh
	age := k.now().Sub(f.ReadAt) // negative if the clock was set back
	return f.Current && f.Failure == nil && !k.list.partial() && k.owner.owned && k.creates.pending == nil &&
		!k.creates.readFirst && age >= 0 && age <= recently
}

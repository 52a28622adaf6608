package app

import (
	"slices"
	"time"

	"accesskeys/client"
)

// Freshness is how current the list of keys is.
type Freshness struct {
	ReadAt  time.Time // when the server last gave the list shown; zero while there is none
	Current bool      // it was read in this session, and not kept from an earlier one

	Failure     error     // why the last attempt to read it failed; nil when it did not, and before the first
	FailedSince time.Time // when the first of the attempts failed that failed since one did not
}

// Listed tells whether there is a list, current or not.
func (f Freshness) Listed() bool { return f.Current || !f.ReadAt.IsZero() }

// Offline tells whether the server cannot be worked with for now. One that knows of no list is not the one that was
// signed in to.
func (f Freshness) Offline() bool {
	return Offline(f.Failure) || client.KindOf(f.Failure) == client.KindNotFound
}

// ReadOnly tells whether nothing should be changed, because nobody knows what there is to change.
func (f Freshness) ReadOnly() bool { return !f.Current || f.Offline() }

// Freshness returns how current the list is.
func (k *Keys) Freshness() Freshness {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.fresh
}

// unread takes note of why a list that was asked for at asked did not come, unless a younger one did.
func (k *Keys) unread(err error, asked int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if asked < k.listed || noAttempt(err) {
		return
	}
	if k.fresh.Failure == nil {
		k.fresh.FailedSince = k.wallClock()
	}
	k.fresh.Failure = err
}

// restore shows a list kept from an earlier session until one is read.
func (k *Keys) restore(list []client.AccessKey, readAt time.Time) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.setList(list)
	k.learnUser(list)
	k.fresh.ReadAt = readAt
}

// edition returns how current the list is, and how often it had changed by then.
func (k *Keys) edition() (Freshness, int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.fresh, k.edits
}

// snapshot is edition with a copy of the list.
func (k *Keys) snapshot() ([]client.AccessKey, Freshness, int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return slices.Clone(k.list), k.fresh, k.edits
}

// wallClock is the time of day, which goes on while the computer sleeps.
func (k *Keys) wallClock() time.Time { return k.now().Round(0) }

// sameKeys tells whether two lists say the same.
func sameKeys(a, b []client.AccessKey) bool { return slices.EqualFunc(a, b, sameKey) }

func sameKey(a, b client.AccessKey) bool {
	for _, t := range [][2]*time.Time{{&a.CreatedAt, &b.CreatedAt}, {&a.UpdatedAt, &b.UpdatedAt},
		{&a.ValidUntil, &b.ValidUntil}, {&a.DeletedAt, &b.DeletedAt}} {
		if !t[0].Equal(*t[1]) {
			return false
		}
		*t[1] = *t[0] // == compares how it is kept, too
	}
	return a == b
}

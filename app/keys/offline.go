package keys

import (
	"context"
	"errors"
	"time"

	"accesskeys/client"
)

// Offline tells whether an error means that the server cannot be worked with for now, whatever it is asked for: it
// cannot be reached, or what answers does not make sense. What it says of a key, or of who asks, does make sense.
func Offline(err error) bool {
	switch client.KindOf(err) {
	case "":
		return errors.Is(err, context.DeadlineExceeded)
	case client.KindUnauthorized, client.KindForbidden, client.KindNotFound, client.KindRefused, client.KindEdition,
		client.KindVersion, client.KindAddress, client.KindKeyID, client.KindMasked, client.KindUnconfirmed,
		client.KindLocked:
		return false
	}
	return true
}

// noAttempt tells whether an error says nothing of the server, because it was not asked to the end.
func noAttempt(err error) bool {
	return client.KindOf(err) == client.KindLocked || errors.Is(err, context.Canceled)
}

// Kept returns the keys whose secrets the keyring has, which is where they come from while the server cannot be asked.
// What the server changed since is left out. It reads the disk.
func (k *Keys) Kept() (map[string]bool, error) {
	listed, err := k.vault.Listed()
	kept := map[string]bool{}
	for _, e := range listed {
		if key, ok := k.Find(e.KeyID); ok && e.Stamp.Covers(key.UpdatedAt) {
			kept[e.KeyID] = true
		}
	}
	if own := k.backend.KeyID(); inSignIn(k, own) {
		kept[own] = true
	}
	return kept, err
}

// Freshness is how current the list of keys is.
type Freshness struct {
	ReadAt  time.Time // when the server last gave the list shown; zero while there is none
	Current bool      // it was read in this session, not in an earlier one

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

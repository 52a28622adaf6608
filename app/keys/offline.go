package keys

import (
	"context"
	"errors"
	"time"

	"accesskeys/client"
)

// Offline reports whether an error means that no request would succeed for now: the server cannot be reached, or its
// answers make no sense. An answer about a key, or about who is asking, does make sense.
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

// noAttempt reports whether an error says nothing about the server, because the request was not made or was cancelled.
func noAttempt(err error) bool {
	return client.KindOf(err) == client.KindLocked || errors.Is(err, context.Canceled)
}

// Kept returns the IDs of the keys whose secrets are in the keyring. While offline, only these can be revealed. Keys that
// the server has changed since are left out. Kept reads the disk.
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

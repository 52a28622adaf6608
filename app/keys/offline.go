package keys

import (
	"context"
	"errors"

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

package keys

import (
	"errors"

	"accesskeys/client"
)

// ErrOwnerMismatch means that a list belongs to another user than the session's, so that it was not used.
var ErrOwnerMismatch = errors.New("the list is another user's")

// ErrOwnerUnknown means that a user's secrets were to be removed, but no list has named that user, so that some may remain.
var ErrOwnerUnknown = errors.New("it is not known whose account it was")

// ownership is what is known about whose keys are listed.
type ownership struct {
	user  string          // the session's user, "" if not known
	owned bool            // the list shown is that user's
	seen  map[string]bool // the IDs in all such lists of this session
}

// check reports whether a list belongs to the session's user: it names that user, or the user is not known, as with a server
// that names no users. A list that names no user while the user is known, such as an empty list, does not. If a list names
// only other users, the error is ErrOwnerMismatch.
func (o *ownership) check(list []client.AccessKey) (bool, error) {
	if o.user == "" {
		return true, nil
	}
	var err error
	for _, a := range list {
		switch a.UserID {
		case o.user:
			return true, nil
		case "":
		default:
			err = ErrOwnerMismatch
		}
	}
	return false, err
}

// take records whether the list that is now shown is the user's.
func (o *ownership) take(list []client.AccessKey, owned bool) {
	if o.owned = owned; owned {
		for _, a := range list {
			o.seen[a.ID] = true
		}
	}
}

// learn sets the session's user from a whole list: the owner of own, the key that the session is signed in with.
func (o *ownership) learn(list []client.AccessKey, own string) {
	if o.user == "" {
		o.user = found(list, own).UserID
	}
}

// checkOwner calls ownership.check with k.mu locked.
func checkOwner(k *Keys, list []client.AccessKey) (bool, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.owner.check(list)
}

// ownerOf returns the owner of a key. If the server names none, that is the owner of the session's own key.
func ownerOf(a client.AccessKey, own string) string {
	if a.UserID == "" {
		return "user of " + own
	}
	return a.UserID
}

// OwnerOf returns the owner of a list that was read with the key own, as the vault names it. It is not known if the list
// lacks that key.
func OwnerOf(list []client.AccessKey, own string) (user string, known bool) {
	a := found(list, own)
	return ownerOf(a, own), a.ID == own
}

// ownersOf returns the owners of the listed keys, by key ID.
func ownersOf(list []client.AccessKey, own string) map[string]string {
	owners := make(map[string]string, len(list))
	for _, a := range list {
		owners[a.ID] = ownerOf(a, own)
	}
	return owners
}

// Owner returns the owner of the keys, as the vault names it. It is not known before there is a list.
func Owner(k *Keys) (user string, known bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	own := k.backend.KeyID()
	_, listed := k.list.find(own)
	return ownerOf(client.AccessKey{UserID: k.owner.user}, own), listed || k.owner.user != ""
}

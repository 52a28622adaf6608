package keys

import (
	"errors"

	"accesskeys/client"
)

// ErrOwnerMismatch means that a list names another user than the session's, so that it was not taken over.
var ErrOwnerMismatch = errors.New("the list is another user's")

// ErrOwnerUnknown means that secrets were to be forgotten of a user that no list has named, so that some may remain.
var ErrOwnerUnknown = errors.New("it is not known whose account it was")

// ownership is what is known of whose keys they are.
type ownership struct {
	user  string          // the session's, "" where that is not known
	owned bool            // the list shown is the user's
	seen  map[string]bool // the IDs in such lists of this session
}

// check reports whether a list is the user's as far as anybody can tell: it names the user, or it is not known who that
// is, as with a server that names nobody. It is not where the list names nobody and the user is known, such as an empty
// one. A list that names others alone is ErrOwnerMismatch.
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

// take takes note of whether the list that is shown now is the user's.
func (o *ownership) take(list []client.AccessKey, owned bool) {
	if o.owned = owned; owned {
		for _, a := range list {
			o.seen[a.ID] = true
		}
	}
}

// learn takes the session's user from a whole list: the owner of its own key, the one that it is signed in with.
func (o *ownership) learn(list []client.AccessKey, own string) {
	if o.user == "" {
		o.user = found(list, own).UserID
	}
}

// ofUser holds a list against the session's user, as ownership.check does.
func ofUser(k *Keys, list []client.AccessKey) (bool, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.owner.check(list)
}

// ownerOf is whose key it is, as far as anybody says: where the server does not, that of the session's own key.
func ownerOf(a client.AccessKey, own string) string {
	if a.UserID == "" {
		return "user of " + own
	}
	return a.UserID
}

// OwnerOf is whose keys are in a list that was read with a key, as secrets are kept under it. It is not known where the
// list lacks that key.
func OwnerOf(list []client.AccessKey, own string) (user string, known bool) {
	a := found(list, own)
	return ownerOf(a, own), a.ID == own
}

// ownersOf are whose keys are listed, by key ID.
func ownersOf(list []client.AccessKey, own string) map[string]string {
	owners := make(map[string]string, len(list))
	for _, a := range list {
		owners[a.ID] = ownerOf(a, own)
	}
	return owners
}

// Owner is whose keys they are, as secrets are kept under it. It is not known before there is a list.
func Owner(k *Keys) (user string, known bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	own := k.backend.KeyID()
	_, listed := k.list.find(own)
	return ownerOf(client.AccessKey{UserID: k.owner.user}, own), listed || k.owner.user != ""
}

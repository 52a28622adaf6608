package app

import (
	"errors"

	"accesskeys/client"
)

// ErrOwnerMismatch means that a list names another user than the session's, so that it was not taken over.
var ErrOwnerMismatch = errors.New("the list is another user's")

// ofUser reports whether a list is the user's as far as anybody can tell: it names the user, or it is not known who that
// is, as with a server that names nobody. It is not where the list names nobody and the user is known, such as an empty
// one. A list that names others alone is ErrOwnerMismatch.
func ofUser(list []client.AccessKey, user string) (bool, error) {
	if user == "" {
		return true, nil
	}
	var err error
	for _, a := range list {
		switch a.UserID {
		case user:
			return true, nil
		case "":
		default:
			err = ErrOwnerMismatch
		}
	}
	return false, err
}

// ofUser holds a list against the session's user.
func (k *Keys) ofUser(list []client.AccessKey) (bool, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return ofUser(list, k.user)
}

// learnUser takes the session's user from a whole list: the owner of the key that the session is signed in with. k.mu is
// held.
func (k *Keys) learnUser(list []client.AccessKey) {
	if k.user == "" {
		k.user = found(list, k.backend.KeyID()).UserID
	}
}

// ownList reports whether the list is the user's.
func (k *Keys) ownList() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.owned
}

// conclusive reports whether a key that is not in the list is gone: the list is whole, and the user's.
func (k *Keys) conclusive() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.owned && !k.partial()
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
	owners := make(map[string]string, len(k.list))
	for _, a := range k.list {
		owners[a.ID] = k.owner(a)
	}
	return owners
}

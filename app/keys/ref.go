package keys

// Ref names a key among those of all servers and users. What is kept about a key on this computer is kept under it.
type Ref struct {
	Base  string // of the API
	User  string // whose key it is, "" where the server names no users
	KeyID string
}

// RefOf returns what a key of a list is kept under. It may name a key that is no longer listed.
func RefOf(k *Keys, id string) Ref {
	k.mu.Lock()
	defer k.mu.Unlock()
	user := k.owner.user
	if a, ok := k.list.find(id); ok && a.UserID != "" {
		user = a.UserID
	}
	return Ref{Base: k.backend.Endpoint().Base, User: user, KeyID: id}
}

package keys

import (
	"iter"

	"accesskeys/client/route"
)

// Ref names a key among those of all servers and users. What is kept about a key on this computer is kept under it.
type Ref struct {
	Base  string // of the API
	User  string // whose key it is, "" where the server names no users
	KeyID string
}

// MayBe reports whether what is kept under both may be about one key: the API can move, and a server need not say whose a
// key is.
func (r Ref) MayBe(o Ref) bool { return r.KeyID == o.KeyID && r.MayBeWith(o) }

// MayBeWith reports whether the keys may be of one user at one server.
func (r Ref) MayBeWith(o Ref) bool {
	return (r.User == o.User || r.User == "" || o.User == "") && route.SameServer(r.Base, o.Base)
}

// Owned returns what reports which of all that is kept is surely of a user at a server. What does not say whose it is may be
// another user's where there are others.
func Owned(of Ref, all iter.Seq[Ref]) func(Ref) bool {
	alone := true
	for r := range all {
		alone = alone && (r.User == "" || r.User == of.User || !route.SameServer(r.Base, of.Base))
	}
	return func(r Ref) bool {
		return (r.User == "" && alone || r.User == of.User && of.User != "") && route.SameServer(r.Base, of.Base)
	}
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

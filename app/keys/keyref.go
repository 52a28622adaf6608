package keys

import (
	"iter"

	"accesskeys/client/route"
)

// Ref identifies a key among those of all servers and users. What this computer keeps about a key is kept under its Ref.
type Ref struct {
	Base  string // of the API
	User  string // whose key it is, "" where the server names no users
	KeyID string
}

// MayBe reports whether r and o may identify the same key. The API can move, and a server need not say whose a key is.
func (r Ref) MayBe(o Ref) bool { return r.KeyID == o.KeyID && r.MayBeWith(o) }

// MayBeWith reports whether the keys may belong to the same user of the same server.
func (r Ref) MayBeWith(o Ref) bool {
	return (r.User == o.User || r.User == "" || o.User == "") && route.SameServer(r.Base, o.Base)
}

// Owned returns a function that reports whether a Ref in all certainly belongs to of.User at of.Base. A Ref without a user
// does if all has no other user of that server.
func Owned(of Ref, all iter.Seq[Ref]) func(Ref) bool {
	alone := true
	for r := range all {
		alone = alone && (r.User == "" || r.User == of.User || !route.SameServer(r.Base, of.Base))
	}
	return func(r Ref) bool {
		return (r.User == "" && alone || r.User == of.User && of.User != "") && route.SameServer(r.Base, of.Base)
	}
}

// RefOf returns the Ref of a key. The key need not be listed any more.
func RefOf(k *Keys, id string) Ref {
	k.mu.Lock()
	defer k.mu.Unlock()
	user := k.owner.user
	if a, ok := k.list.find(id); ok && a.UserID != "" {
		user = a.UserID
	}
	return Ref{Base: k.backend.Endpoint().Base, User: user, KeyID: id}
}

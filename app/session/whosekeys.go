package session

import (
	"cmp"
	"slices"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client/route"
)

// Owner is whose keys a sign-in shows.
type Owner struct {
	Account  settings.Account // without an ID where it is not listed
	keys.Ref                  // of the user
}

// Owners returns whose keys the session shows, if there is one, and then whose the other accounts do that are signed in.
// None is there twice. It waits for the disk.
func Owners(m *Manager, s *Session) []Owner {
	v := m.settings.Get()
	var all []Owner
	add := func(o Owner) {
		same := func(p Owner) bool { return p.User == o.User && route.SameServer(p.Base, o.Base) }
		if !slices.ContainsFunc(all, same) {
			all = append(all, o)
		}
	}
	if s != nil {
		a, _ := s.Account(v)
		add(Owner{a, keys.RefOf(s.keys, "")})
	}
	for _, a := range v.Accounts {
		if a.SignedOut || s != nil && a.Account() == s.saved().Account() {
			continue
		}
		add(m.lists.ownerOf(v, a))
	}
	return all
}

// OwnerOf returns whose keys an account shows, and whether another account shows the same, as far as is known. s is its
// session, nil where it is not open. It waits for the disk.
func OwnerOf(m *Manager, id string, s *Session) (o Owner, shared bool) {
	v := m.settings.Get()
	a, _ := v.Account(id)
	o = m.lists.ownerOf(v, a)
	if s != nil {
		ref := keys.RefOf(s.keys, "")
		o.Ref = keys.Ref{Base: ref.Base, User: cmp.Or(ref.User, o.User)}
	}
	return o, slices.ContainsFunc(v.Accounts, func(other settings.Account) bool {
		return other.ID != id && m.lists.ownerOf(v, other).MayBeWith(o.Ref)
	})
}

// ownerOf is whose keys an account shows that is not open.
func (l accountLists) ownerOf(v settings.Settings, a settings.Account) Owner {
	user, known := l.owner(v, a.SavedSession)
	if !known {
		user = a.User
	}
	return Owner{a, keys.Ref{Base: a.Endpoint.Base, User: user}}
}

package session

import (
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
		user, known := m.lists.owner(v, a.SavedSession)
		if !known {
			user = a.User
		}
		add(Owner{a, keys.Ref{Base: a.Endpoint.Base, User: user}})
	}
	return all
}

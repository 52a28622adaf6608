package session

import (
	"cmp"
	"slices"

	"accesskeys/app/keys"
	"accesskeys/app/secrets"
	"accesskeys/app/settings"
	"accesskeys/client/route"
)

// Owner is the user whose keys a sign-in shows.
type Owner struct {
	Account  settings.Account // without an ID if it is not listed
	keys.Ref                  // of the user
}

// Owners returns the owner of the session's keys, if there is a session, and then those of the other accounts that are
// signed in, without duplicates. It reads the disk.
func Owners(m *Manager, s *Session) []Owner {
	v := m.settings.Get()
	var all []Owner
	add := func(o Owner) {
		same := func(p Owner) bool { return p.User == o.User && route.SameServer(p.Base, o.Base) }
		if !slices.ContainsFunc(all, same) {
			all = append(all, o)
		}
	}
	var open settings.Account
	if s != nil {
		open, _ = s.Account(v)
		add(Owner{open, keys.RefOf(s.keys, "")})
	}
	for _, a := range v.Accounts {
		if a.SignedOut || a.ID == open.ID {
			continue
		}
		add(m.lists.ownerOf(v, a))
	}
	return all
}

// KeepsSecrets reports whether the keyring may have secrets that were revealed at the server with this API base. It reads
// the disk.
func KeepsSecrets(m *Manager, base string) bool { return secrets.MayHold(m.index, vaultBase(m, base)) }

// OwnerOf returns the owner of an account's keys, and whether another account may have the same owner. s is the account's
// session, or nil if it is not open. It reads the disk.
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

// ownerOf returns the owner of the keys of an account that is not open.
func (l accountLists) ownerOf(v settings.Settings, a settings.Account) Owner {
	user, known := l.owner(v, a.SavedSession)
	if !known {
		user = a.User
	}
	return Owner{a, keys.Ref{Base: a.Endpoint.Base, User: user}}
}

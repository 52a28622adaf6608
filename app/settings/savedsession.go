package settings

import (
	"slices"

	"accesskeys/app/keyring"
	"accesskeys/client"
	"accesskeys/client/route"
)

// SavedSession is a sign-in whose secret is in the keyring.
type SavedSession struct {
	Server   string          `json:"server"` // as typed
	Endpoint client.Endpoint `json:"endpoint"`
	KeyID    string          `json:"keyId"`
}

// Account returns the account name of the sign-in's entry in the keyring.
func (v SavedSession) Account() string { return keyring.Account(v.Endpoint.Base, v.KeyID) }

// sameKey reports whether v and o are sign-ins with the same key at the same server. Their API bases may differ, since an
// API can move.
func (v SavedSession) sameKey(o SavedSession) bool {
	return v.KeyID == o.KeyID && route.SameServer(v.Endpoint.Base, o.Endpoint.Base)
}

// Leftover returns the leftover that names the sign-in's entry in the keyring.
func (v SavedSession) Leftover() Leftover { return Leftover{Base: v.Endpoint.Base, KeyID: v.KeyID} }

// IsRemembered reports whether the secret of the sign-in is in the keyring, according to the settings.
func (s *Settings) IsRemembered(saved SavedSession) bool {
	return slices.ContainsFunc(s.Accounts, func(a Account) bool { return !a.SignedOut && a.Account() == saved.Account() })
}

// SignedIn reports whether the secret of any account is in the keyring.
func (s *Settings) SignedIn() bool {
	return slices.ContainsFunc(s.Accounts, func(a Account) bool { return !a.SignedOut })
}

// signedIn reports whether the secret of the account with the given ID is in the keyring.
func (s *Settings) signedIn(id string) bool {
	a, listed := s.Account(id)
	return listed && !a.SignedOut
}

// Remember records a sign-in whose secret is in the keyring, and makes it the one that the next start opens. The sign-in
// belongs to the account with its key. If there is none, it replaces the key of the account with the ID into, provided
// that this is at the same server. Otherwise it becomes a new account. A key that it replaces becomes a leftover.
func (s *Settings) Remember(saved SavedSession, into string) {
	i := s.indexFor(saved, into)
	a := &s.Accounts[i]
	replaced, had := a.SavedSession, !a.SignedOut
	a.take(saved)
	a.SignedOut, a.EachTime = false, false
	s.Current, s.Session = a.ID, &saved
	if had && replaced.Account() != saved.Account() {
		s.AddLeftover(replaced.Leftover())
	}
	s.RemoveLeftover(saved.Leftover())
}

// UndoRemember undoes Remember and makes the sign-in's entry in the keyring a leftover. before are the settings before
// Remember.
func (s *Settings) UndoRemember(saved SavedSession, before Settings) {
	if !s.IsRemembered(saved) {
		return
	}
	i := s.accountIndexOf(saved, "")
	id := s.Accounts[i].ID
	was, listed := before.Account(id)
	switch {
	case !listed:
		s.Accounts = slices.Delete(s.Accounts, i, i+1)
	case was.Account() == saved.Account() || was.SignedOut:
		s.SignOut(saved)
	default:
		s.Accounts[i].SavedSession, s.Accounts[i].User = was.SavedSession, was.User
		s.RemoveLeftover(was.Leftover())
	}
	s.Session = nil
	if s.Current == id {
		s.Current = before.Current
	}
	s.Open(s.Current)
	s.AddLeftover(saved.Leftover())
}

// SignOut records that the secret of a sign-in is no longer in the keyring, and reports whether it was. If there are
// other accounts, the account of the sign-in stays listed and asks for the secret from then on.
func (s *Settings) SignOut(saved SavedSession) (remembered bool) {
	remembered = s.IsRemembered(saved)
	for i := range s.Accounts {
		if a := &s.Accounts[i]; a.Account() == saved.Account() {
			a.SignedOut = true
		}
	}
	if remembered && len(s.Accounts) == 1 {
		s.Accounts = nil
	}
	if s.Session != nil && s.Session.Account() == saved.Account() {
		s.Session = nil
	}
	return remembered
}

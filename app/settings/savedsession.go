package settings

import (
	"slices"

	"accesskeys/app/keyring"
	"accesskeys/client"
	"accesskeys/client/route"
)

// SavedSession is a sign-in whose secret the keyring has.
type SavedSession struct {
	Server   string          `json:"server"` // as typed
	Endpoint client.Endpoint `json:"endpoint"`
	KeyID    string          `json:"keyId"`
}

// Account is the sign-in's entry in the keyring.
func (v SavedSession) Account() string { return keyring.Account(v.Endpoint.Base, v.KeyID) }

// SameKey reports whether both are sign-ins with one key at one server, where the API may have moved.
func (v SavedSession) SameKey(o SavedSession) bool {
	return v.KeyID == o.KeyID && route.SameServer(v.Endpoint.Base, o.Endpoint.Base)
}

// Leftover is what is left over of the sign-in once nothing names it.
func (v SavedSession) Leftover() Leftover { return Leftover{Base: v.Endpoint.Base, KeyID: v.KeyID} }

// Names reports whether the settings say that the keyring has that sign-in.
func (s *Settings) Names(saved SavedSession) bool {
	return slices.ContainsFunc(s.Accounts, func(a Account) bool { return !a.SignedOut && a.Account() == saved.Account() })
}

// SignedIn reports whether the keyring has the secret of any account.
func (s *Settings) SignedIn() bool {
	return slices.ContainsFunc(s.Accounts, func(a Account) bool { return !a.SignedOut })
}

// signedIn reports whether the keyring has the secret of an account.
func (s *Settings) signedIn(id string) bool {
	a, listed := s.Account(id)
	return listed && !a.SignedOut
}

// Remember names a sign-in whose secret the keyring has, and has the next start open it. It belongs to the account
// with its key; else it takes the place of the key of account into, where that is at the same server; else it is a new
// account. The key that it replaces becomes a leftover.
func (s *Settings) Remember(saved SavedSession, into string) {
	i := s.place(saved, into)
	a := &s.Accounts[i]
	replaced, had := a.SavedSession, !a.SignedOut
	if a.KeyID != saved.KeyID {
		a.User = "" // the key may be another user's
	}
	a.SavedSession, a.SignedOut = saved, false
	s.Current, s.Session = a.ID, &saved
	if had && replaced.Account() != saved.Account() {
		s.Leave(replaced.Leftover())
	}
	s.Unleave(saved.Leftover())
}

// TakeBack undoes Remember, and leaves what the keyring may have of the sign-in. before are the settings of then.
func (s *Settings) TakeBack(saved SavedSession, before Settings) {
	if !s.Names(saved) {
		return
	}
	i := s.accountOf(saved)
	id := s.Accounts[i].ID
	was, listed := before.Account(id)
	switch {
	case !listed:
		s.Accounts = slices.Delete(s.Accounts, i, i+1)
	case was.Account() == saved.Account() || was.SignedOut:
		s.SignOut(saved)
	default:
		s.Accounts[i].SavedSession, s.Accounts[i].User = was.SavedSession, was.User
		s.Unleave(was.Leftover())
	}
	s.Session = nil
	if s.Current == id {
		s.Current = before.Current
	}
	s.Open(s.Current)
	s.Leave(saved.Leftover())
}

// SignOut takes note that the keyring is not to have a sign-in any more, and reports whether it was to. Its account
// stays among others, and asks for the secret from then on.
func (s *Settings) SignOut(saved SavedSession) (named bool) {
	named = s.Names(saved)
	for i := range s.Accounts {
		if a := &s.Accounts[i]; a.Account() == saved.Account() {
			a.SignedOut = true
		}
	}
	if named && len(s.Accounts) == 1 {
		s.Accounts = nil
	}
	if s.Session != nil && s.Session.Account() == saved.Account() {
		s.Session = nil
	}
	return named
}

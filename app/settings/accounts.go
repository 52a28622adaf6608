package settings

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"accesskeys/client/oneline"
	"accesskeys/client/route"
)

// Account is a sign-in that the user can switch to, with its name and mark. Its secret is an entry in the keyring.
type Account struct {
	ID        string `json:"id"`                  // stays the same when the key is replaced
	Name      string `json:"name,omitempty"`      // the user's name for it; "" means that it is named after its server
	Colour    Colour `json:"colour,omitempty"`    // the colour of its mark; "" while it is the only account
	Mark      string `json:"mark,omitempty"`      // letters that no other account has; "" while it is the only account
	User      string `json:"user,omitempty"`      // the user under whom its secrets are stored; "" while it is the only account
	SignedOut bool   `json:"signedOut,omitempty"` // the keyring does not have its secret, so it asks for it
	EachTime  bool   `json:"eachTime,omitempty"`  // the user chose at its last sign-in not to stay signed in
	SavedSession
}

const (
	// firstAccount is the ID of the first account.
	firstAccount = "1"
	// LongestName is the most characters that an account's name has.
	LongestName = 40
)

// ListFile returns the name of the file that stores the account's list of keys. The first account uses the name that
// earlier versions, which had only one account, use as well.
func (a Account) ListFile() string {
	if a.ID == firstAccount {
		return "list.json"
	}
	return "list-" + a.ID + ".json"
}

// At reports whether address is one of the account's server.
func (a Account) At(address string) bool {
	return route.SameAddress(a.Server, address) || route.SameServer(a.Server, address)
}

// Several reports whether there is more than one account, so that the user must be able to tell them apart.
func (s *Settings) Several() bool { return len(s.Accounts) > 1 }

// Account returns the account with the given ID, and whether there is one.
func (s *Settings) Account(id string) (Account, bool) {
	if i := s.accountIndex(id); i >= 0 {
		return s.Accounts[i], true
	}
	return Account{}, false
}

// accountIndex returns the index of the account with the given ID, or -1.
func (s *Settings) accountIndex(id string) int {
	return slices.IndexFunc(s.Accounts, func(a Account) bool { return a.ID == id })
}

// AccountOf returns the account of a sign-in, and whether there is one. It finds the account also if the server's API
// has moved.
func (s *Settings) AccountOf(saved SavedSession) (Account, bool) { return s.AccountFor(saved, "") }

// AccountFor is AccountOf, but if no account has the sign-in, it returns the account with the ID into, provided that this
// is at the same server: its key may have been replaced by this one.
func (s *Settings) AccountFor(saved SavedSession, into string) (Account, bool) {
	if i := s.accountIndexOf(saved, into); i >= 0 {
		return s.Accounts[i], true
	}
	return Account{}, false
}

// OthersAt returns the accounts other than the one of a sign-in that are at its server, by the ID of their key.
func OthersAt(all []Account, saved SavedSession) map[string]Account {
	others := map[string]Account{}
	for _, a := range all {
		if a.KeyID != saved.KeyID && route.SameServer(a.Endpoint.Base, saved.Endpoint.Base) {
			others[a.KeyID] = a
		}
	}
	return others
}

// accountIndexOf returns the index of the account that AccountFor returns, or -1.
func (s *Settings) accountIndexOf(saved SavedSession, into string) int {
	if i := slices.IndexFunc(s.Accounts, func(a Account) bool { return a.Account() == saved.Account() }); i >= 0 {
		return i
	}
	if i := slices.IndexFunc(s.Accounts, func(a Account) bool { return a.sameKey(saved) }); i >= 0 {
		return i
	}
	if i := s.accountIndex(into); i >= 0 && route.SameServer(s.Accounts[i].Endpoint.Base, saved.Endpoint.Base) {
		return i
	}
	return -1
}

// ListSignedOut lists a sign-in that is not remembered in the keyring, so that the user can return to it: in the account
// that AccountFor returns, or else in a new one. An account whose own sign-in is in the keyring keeps that. eachTime is whether
// the user chose not to stay signed in.
func (s *Settings) ListSignedOut(saved SavedSession, into string, eachTime bool) {
	if a := &s.Accounts[s.indexFor(saved, into)]; a.SignedOut {
		a.take(saved)
		a.EachTime = eachTime
	}
}

// take replaces the account's sign-in.
func (a *Account) take(saved SavedSession) {
	if a.KeyID != saved.KeyID {
		a.User = "" // the key may be another user's
	}
	a.SavedSession = saved
}

// indexFor returns the index of the account for a sign-in: the one that AccountFor returns, or else a new account that is
// signed out.
func (s *Settings) indexFor(saved SavedSession, into string) int {
	if i := s.accountIndexOf(saved, into); i >= 0 {
		return i
	}
	s.Accounts = append(s.Accounts, Account{ID: s.freeID(saved), SignedOut: true, SavedSession: saved})
	return len(s.Accounts) - 1
}

// freeID returns an ID that no account has. It depends only on the settings and the sign-in, because a change of the
// settings may be applied several times.
func (s *Settings) freeID(saved SavedSession) string {
	if len(s.Accounts) == 0 {
		return firstAccount
	}
	for name := saved.Account(); ; name += "+" {
		sum := sha256.Sum256([]byte(name))
		if id := hex.EncodeToString(sum[:6]); s.accountIndex(id) < 0 {
			return id
		}
	}
}

// Remove removes an account. Its entry in the keyring becomes a leftover.
func (s *Settings) Remove(id string) {
	i := s.accountIndex(id)
	if i < 0 {
		return
	}
	a := s.Accounts[i]
	s.SignOut(a.SavedSession)
	s.Accounts = slices.DeleteFunc(s.Accounts, func(o Account) bool { return o.ID == id })
	if s.Current == id {
		s.Current = ""
	}
	if !a.SignedOut {
		s.AddLeftover(a.Leftover())
	}
}

// SetNameAndColour changes the name and the colour of an account.
func (s *Settings) SetNameAndColour(id, name string, c Colour) {
	if i := s.accountIndex(id); i >= 0 {
		a := &s.Accounts[i]
		before := a.letters()
		a.Name, a.Colour = validName(name), oneOf(ColourChoices(), c, "")
		if !slices.Equal(a.letters(), before) {
			a.Mark = ""
		}
	}
}

// SetUser sets the user of the account of a sign-in, if there are several accounts.
func (s *Settings) SetUser(saved SavedSession, user string) {
	if i := s.accountIndexOf(saved, ""); i >= 0 && s.Several() {
		s.Accounts[i].User = user
	}
}

// validName returns a typed name as it is stored: on one line and not too long.
func validName(name string) string { return oneline.Cut(oneline.Flat(name), LongestName) }

// validAccounts returns the accounts that are valid. It is for accounts that come from a file.
func validAccounts(all []Account) []Account {
	var valid []Account
	for _, a := range all {
		same := func(o Account) bool { return o.ID == a.ID || o.Account() == a.Account() }
		if !validID(a.ID) || a.KeyID == "" || a.Endpoint.Base == "" || slices.ContainsFunc(valid, same) {
			continue
		}
		a.Name, a.Colour, a.Mark = validName(a.Name), oneOf(ColourChoices(), a.Colour, ""), validMark(a.Mark)
		if slices.ContainsFunc(valid, func(o Account) bool { return o.Mark == a.Mark }) {
			a.Mark = ""
		}
		valid = append(valid, a)
	}
	return valid
}

// validID reports whether an ID can be part of a file's name.
func validID(id string) bool {
	return id != "" && len(id) <= 16 && strings.Trim(id, "0123456789abcdef") == ""
}

// onlySession reports whether the accounts contain nothing that s.Session does not, so that they need no file.
func (s *Settings) onlySession() bool {
	if len(s.Accounts) != 1 {
		return len(s.Accounts) == 0
	}
	a := s.Accounts[0]
	return s.Session != nil && a == Account{ID: firstAccount, SavedSession: *s.Session}
}

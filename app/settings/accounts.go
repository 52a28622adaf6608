package settings

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"accesskeys/client/oneline"
	"accesskeys/client/route"
)

// Account is a sign-in that the user can switch to, with what it is known by. The secret is in the keyring, under an
// entry of its own.
type Account struct {
	ID        string `json:"id"`                  // stays when the key is replaced
	Name      string `json:"name,omitempty"`      // as the user calls it; "" means by its server
	Colour    Colour `json:"colour,omitempty"`    // "" while it is the only one
	Mark      string `json:"mark,omitempty"`      // the letters on its colour, which no other account has; "" while it is the only one
	User      string `json:"user,omitempty"`      // whose it is, as secrets are kept under it; "" until it is one of several
	SignedOut bool   `json:"signedOut,omitempty"` // it asks for its secret: the keyring has none
	SavedSession
}

const (
	// firstAccount is the ID of the account that is alone.
	firstAccount = "1"
	// LongestName is how many characters an account's name has at most.
	LongestName = 40
)

// ListFile is the name of the file that keeps the account's list of keys. That of the first is the one that versions
// without accounts read.
func (a Account) ListFile() string {
	if a.ID == firstAccount {
		return "list.json"
	}
	return "list-" + a.ID + ".json"
}

// At reports whether an address leads to the account's server.
func (a Account) At(address string) bool {
	return route.SameAddress(a.Server, address) || route.SameServer(a.Server, address)
}

// Several reports whether there is more than one account, so that the user has to be told which is which.
func (s *Settings) Several() bool { return len(s.Accounts) > 1 }

// Account returns the account with an ID, and whether there is one.
func (s *Settings) Account(id string) (Account, bool) {
	if i := s.account(id); i >= 0 {
		return s.Accounts[i], true
	}
	return Account{}, false
}

func (s *Settings) account(id string) int {
	return slices.IndexFunc(s.Accounts, func(a Account) bool { return a.ID == id })
}

// AccountOf returns the account of a sign-in, and whether there is one. Its API may have moved since.
func (s *Settings) AccountOf(saved SavedSession) (Account, bool) {
	if i := s.accountOf(saved); i >= 0 {
		return s.Accounts[i], true
	}
	return Account{}, false
}

func (s *Settings) accountOf(saved SavedSession) int {
	if i := slices.IndexFunc(s.Accounts, func(a Account) bool { return a.Account() == saved.Account() }); i >= 0 {
		return i
	}
	return slices.IndexFunc(s.Accounts, func(a Account) bool { return a.SameKey(saved) })
}

// List lists a sign-in that the keyring is not to have among the accounts, so that the user can come back to it.
// Without one, or with the key of account into at the same server, nothing is listed.
func (s *Settings) List(saved SavedSession, into string) {
	if i := s.account(into); len(s.Accounts) == 0 || i >= 0 && route.SameServer(s.Accounts[i].Endpoint.Base, saved.Endpoint.Base) {
		return
	}
	s.place(saved, "")
}

// place is where the account of a sign-in is, or of the one whose key it replaces. It adds a new one that is signed out.
func (s *Settings) place(saved SavedSession, into string) int {
	if i := s.accountOf(saved); i >= 0 {
		return i
	}
	if i := s.account(into); i >= 0 && route.SameServer(s.Accounts[i].Endpoint.Base, saved.Endpoint.Base) {
		return i
	}
	s.Accounts = append(s.Accounts, Account{ID: s.freeID(saved), SignedOut: true, SavedSession: saved})
	return len(s.Accounts) - 1
}

// freeID is an ID that no account has. A change of the settings is made several times, so it is the same each time.
func (s *Settings) freeID(saved SavedSession) string {
	if len(s.Accounts) == 0 {
		return firstAccount
	}
	for name := saved.Account(); ; name += "+" {
		sum := sha256.Sum256([]byte(name))
		if id := hex.EncodeToString(sum[:6]); s.account(id) < 0 {
			return id
		}
	}
}

// Remove takes an account off the list. What the keyring has of it is a leftover then.
func (s *Settings) Remove(id string) {
	i := s.account(id)
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
		s.Leave(a.Leftover())
	}
}

// Call has an account be known by a name and a colour.
func (s *Settings) Call(id, name string, c Colour) {
	if i := s.account(id); i >= 0 {
		a := &s.Accounts[i]
		before := a.letters()
		a.Name, a.Colour = ValidName(name), known(c, ColourChoices())
		if !slices.Equal(a.letters(), before) {
			a.Mark = ""
		}
	}
}

// Own notes whose the account of a sign-in is, where there are others.
func (s *Settings) Own(saved SavedSession, user string) {
	if i := s.accountOf(saved); i >= 0 && s.Several() {
		s.Accounts[i].User = user
	}
}

// ValidName is a name that a user typed as it is kept: one line, and not too long.
func ValidName(name string) string { return oneline.Cut(oneline.Flat(name), LongestName) }

// validAccounts returns those that make sense, as in a file from elsewhere.
func validAccounts(all []Account) []Account {
	var valid []Account
	for _, a := range all {
		same := func(o Account) bool { return o.ID == a.ID || o.Account() == a.Account() }
		if !validID(a.ID) || a.KeyID == "" || a.Endpoint.Base == "" || slices.ContainsFunc(valid, same) {
			continue
		}
		a.Name, a.Colour, a.Mark = ValidName(a.Name), known(a.Colour, ColourChoices()), validMark(a.Mark)
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

// plain reports whether the list says no more than the session does.
func (s *Settings) plain() bool {
	if len(s.Accounts) != 1 {
		return len(s.Accounts) == 0
	}
	a := s.Accounts[0]
	return s.Session != nil && a == Account{ID: firstAccount, SavedSession: *s.Session}
}

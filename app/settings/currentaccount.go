package settings

import "slices"

// AccountAt is the ID of the account at a server, and whether there is exactly one.
func (s *Settings) AccountAt(server string) (id string, one bool) {
	matches := at(s.Accounts, server)
	if len(matches) != 1 {
		return "", false
	}
	return matches[0].ID, true
}

// SeveralAt reports whether several accounts are at a server.
func SeveralAt(all []Account, server string) bool { return len(at(all, server)) > 1 }

func at(all []Account, server string) []Account {
	return slices.DeleteFunc(slices.Clone(all), func(a Account) bool { return !a.At(server) })
}

// AccountBeside is the ID of the account to show where one is removed: one that does not ask for its secret, if there is
// one.
func (s *Settings) AccountBeside(removed string) (id string) {
	for _, a := range slices.Backward(s.Accounts) {
		if a.ID != removed && (id == "" || !a.SignedOut) {
			id = a.ID
		}
	}
	return id
}

// Open has the next start open an account that is signed in.
func (s *Settings) Open(id string) {
	if i := s.account(id); i >= 0 && !s.Accounts[i].SignedOut {
		saved := s.Accounts[i].SavedSession
		s.Current, s.Session = id, &saved
	}
}

// agree has the accounts and the session say the same. A version of the program without accounts changes the session
// alone: what that says of the account that the next start opens is so.
func (s *Settings) agree() {
	if s.Session == nil {
		if i := s.account(s.Current); i >= 0 && !s.Accounts[i].SignedOut {
			s.SignOut(s.Accounts[i].SavedSession)
		}
	} else {
		i := s.place(*s.Session, "")
		s.Accounts[i].SavedSession, s.Accounts[i].SignedOut, s.Current = *s.Session, false, s.Accounts[i].ID
	}
	if len(s.Accounts) == 0 {
		s.Accounts, s.Current = nil, ""
	}
	if s.Several() {
		s.paint()
		markEach(s.Accounts)
	}
}

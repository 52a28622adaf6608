package settings

import "slices"

// AtStart returns the ID of the account that a start opens: the one at the requested server, if any, or the one that was open
// last, or else the one that was signed in to last, if it was not logged out of. other reports whether there are accounts,
// but none at the requested server or several.
func AtStart(s Settings, server string) (id string, other bool) {
	if server != "" {
		id, one := s.AccountAt(server)
		return id, !one && len(s.Accounts) > 0
	}
	last := slices.IndexFunc(s.Accounts, func(a Account) bool { return a.KeyID == s.KeyID && a.Server == s.Server })
	if s.Current == "" && last >= 0 {
		return s.Accounts[last].ID, false
	}
	return s.Current, false
}

// AccountAt returns the ID of the account at a server, and whether there is exactly one, or exactly one that is signed in.
func (s *Settings) AccountAt(server string) (id string, one bool) {
	matches := accountsAt(s.Accounts, server)
	if len(matches) > 1 {
		matches = slices.DeleteFunc(matches, func(a Account) bool { return a.SignedOut })
	}
	if len(matches) != 1 {
		return "", false
	}
	return matches[0].ID, true
}

// SeveralAt reports whether several accounts are at a server.
func SeveralAt(all []Account, server string) bool { return len(accountsAt(all, server)) > 1 }

func accountsAt(all []Account, server string) []Account {
	return slices.DeleteFunc(slices.Clone(all), func(a Account) bool { return !a.At(server) })
}

// AccountInsteadOf returns the ID of the account to show instead of one that is removed, or "". It prefers the first
// account that is signed in.
func (s *Settings) AccountInsteadOf(removed string) (id string) {
	for _, a := range slices.Backward(s.Accounts) {
		if a.ID != removed && (id == "" || !a.SignedOut) {
			id = a.ID
		}
	}
	return id
}

// Open makes the account with the given ID the one that the next start opens. It does nothing if the account is signed
// out.
func (s *Settings) Open(id string) {
	if i := s.accountIndex(id); i >= 0 && !s.Accounts[i].SignedOut {
		saved := s.Accounts[i].SavedSession
		s.Current, s.Session = id, &saved
	}
}

// reconcile makes the accounts consistent with the session. Where they differ, the session is right, because versions of
// the program without accounts change only the session.
func (s *Settings) reconcile() {
	if s.Session == nil {
		if i := s.accountIndex(s.Current); i >= 0 && !s.Accounts[i].SignedOut {
			s.SignOut(s.Accounts[i].SavedSession)
		}
	} else {
		i := s.indexFor(*s.Session, "")
		s.Accounts[i].SavedSession, s.Accounts[i].SignedOut, s.Current = *s.Session, false, s.Accounts[i].ID
	}
	if len(s.Accounts) == 0 {
		s.Accounts, s.Current = nil, ""
	}
	if s.Several() {
		s.assignColours()
		assignMarks(s.Accounts)
	}
}

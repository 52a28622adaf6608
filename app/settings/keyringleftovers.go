package settings

import "slices"

// Leftover names entries that may be in the keyring and must be deleted. It is written to the settings before an entry
// is stored or deleted, so that the settings name every entry even if the program is killed. A deletion that fails is
// tried again at the next start, sign-in or log-out. A Leftover contains no secret.
//
// The zero value means sign-ins that are unknown because the settings were lost.
type Leftover struct {
	Base  string `json:"base"`
	KeyID string `json:"keyId,omitempty"` // the key of a sign-in; "" means the secrets that the vault stored for Base
	User  string `json:"user,omitempty"`  // limits these secrets to those of one user; "" means no limit
}

// InUse reports whether an account that is signed in uses the keyring entry.
func (l Leftover) InUse(s *Settings) bool {
	return slices.ContainsFunc(s.Accounts, func(a Account) bool { return !a.SignedOut && a.Leftover() == l })
}

// AddLeftover adds a leftover, unless it is in use.
func (s *Settings) AddLeftover(l Leftover) {
	if !l.InUse(s) && !slices.Contains(s.Forget, l) {
		s.Forget = append(s.Forget, l)
	}
}

// RemoveLeftover removes a leftover.
func (s *Settings) RemoveLeftover(l Leftover) {
	s.Forget = slices.DeleteFunc(s.Forget, func(o Leftover) bool { return o == l })
}

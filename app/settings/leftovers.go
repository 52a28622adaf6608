package settings

import "slices"

// Leftover is what the keyring may hold and is to delete. It is noted before anything is stored or deleted, so that
// a program that is killed leaves nothing behind that is not named; what is not done is tried again at the next
// start, sign-in or log out. There is no secret in it.
//
// The zero value means sign-ins that nothing names, because the settings were lost.
type Leftover struct {
	Base  string `json:"base"`
	KeyID string `json:"keyId,omitempty"` // of a sign-in; "" means the secrets that the vault has for Base
	User  string `json:"user,omitempty"`  // those of this user alone
}

// InUse reports whether what the settings name now is stored there.
func (l Leftover) InUse(s *Settings) bool {
	return slices.ContainsFunc(s.Accounts, func(a Account) bool { return !a.SignedOut && a.Leftover() == l })
}

// Leave notes a leftover, unless it is in use.
func (s *Settings) Leave(l Leftover) {
	if !l.InUse(s) && !slices.Contains(s.Forget, l) {
		s.Forget = append(s.Forget, l)
	}
}

// Unleave takes the note of a leftover back.
func (s *Settings) Unleave(l Leftover) {
	s.Forget = slices.DeleteFunc(s.Forget, func(o Leftover) bool { return o == l })
}

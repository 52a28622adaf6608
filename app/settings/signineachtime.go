package settings

// SetKeepSignedIn records whether the user chose at a sign-in to stay signed in. At first they do. It does not write the
// file; see Save.
func (s *File) SetKeepSignedIn(on bool) {
	s.Change(func(v *Settings) { v.SignInEachTime = !on })
}

// KeepsSignedIn reports whether the user chose to stay signed in when they last signed in to an account, or to any if id is
// not that of a listed one.
func KeepsSignedIn(s Settings, id string) bool {
	if a, ok := s.Account(id); ok {
		return !a.EachTime
	}
	return !s.SignInEachTime
}

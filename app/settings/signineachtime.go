package settings

// SetKeepSignedIn records whether the user chose at a sign-in to stay signed in. At first they do. It does not write the
// file; see Save.
func (s *File) SetKeepSignedIn(on bool) {
	s.Change(func(v *Settings) { v.SignInEachTime = !on })
}

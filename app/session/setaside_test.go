package session

import (
	"testing"

	"accesskeys/app/apptest"
	"accesskeys/app/apptest/check"
	"accesskeys/client"
)

func TestSessionSetAsideComesBackUnlessItHasEndedOrIsRemembered(t *testing.T) {
	for name, tt := range map[string]struct {
		meanwhile  func(*program, *Session) error
		back       bool
		remembered bool
	}{
		"nothing":    {func(*program, *Session) error { return nil }, true, false},
		"logged out": {func(a *program, s *Session) error { return a.Sessions.LogOut(t.Context(), s, false) }, false, false},
		"remembered": {func(a *program, s *Session) error { return a.Sessions.Remember(t.Context(), s) }, false, true},
	} {
		t.Run(name, func(t *testing.T) {
			d := newComputer(t, "AK1")
			a := newProgram(d.config)
			s, err := a.Sessions.SignIn(t.Context(), "server", client.Credentials{KeyID: "AK1", Secret: apptest.SecretOf("AK1")})
			check.Must(t, err)
			var aside Aside
			check.Equal(t, "stays", aside.Keep(a.Sessions, s), true)
			check.Equal(t, "locked at first", d.backend.IsLocked(), false)
			check.Must(t, tt.meanwhile(a, s))
			check.Equal(t, "comes back", aside.TakeBack() == s, tt.back)
			check.Equal(t, "locked", d.backend.IsLocked(), !tt.back)
			check.Equal(t, "remembered", s.Remembered(), tt.remembered)
			check.Equal(t, "accounts", len(a.Settings.Get().Accounts) > 0, tt.remembered)
		})
	}
}

func TestRememberedSessionIsNotSetAside(t *testing.T) {
	d := newComputer(t, "AK1")
	a, s := d.signedIn()
	var aside Aside
	check.Equal(t, "stays", aside.Keep(a.Sessions, s), false)
	check.Equal(t, "locked", d.backend.IsLocked(), true)
}

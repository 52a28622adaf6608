package session

import (
	"testing"

	"accesskeys/app/apptest/check"
)

func TestSessionSetAsideComesBackUnlessItHasEnded(t *testing.T) {
	for name, tt := range map[string]struct {
		meanwhile func(*program, *Session) error
		back      bool
	}{
		"nothing":    {func(*program, *Session) error { return nil }, true},
		"logged out": {func(a *program, s *Session) error { return a.Sessions.LogOut(t.Context(), s, false) }, false},
	} {
		t.Run(name, func(t *testing.T) {
			d := newComputer(t, "AK1")
			a, s := d.signedIn()
			var aside Aside
			aside.Keep(a.Sessions, s)
			check.Equal(t, "locked at first", d.backend.IsLocked(), false)
			check.Must(t, tt.meanwhile(a, s))
			check.Equal(t, "comes back", aside.TakeBack() == s, tt.back)
			check.Equal(t, "locked", d.backend.IsLocked(), !tt.back)
		})
	}
}

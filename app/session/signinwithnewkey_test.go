package session

import (
	"testing"

	"accesskeys/app/apptest/check"
)

// The form for the account asks for the new key, since the old one is to be deleted.
func TestKeyThatTakesOverFromAnUnsavedOneIsListed(t *testing.T) {
	f, _ := newFamily(t, 2)
	id := f.account(1).ID
	s, err := f.app.Sessions.SignInAs(t.Context(), id, f.servers[1].URL(), f.servers[1].Credentials())
	check.Must(t, err)
	check.Must(t, f.app.Sessions.Forget(t.Context(), s, true))
	check.Must(t, s.LoadKeys(t.Context()))
	other := victim(s)
	next, _, err := f.app.Sessions.Succeed(t.Context(), s, other)
	check.Must(t, err)
	a, _ := next.Account(f.app.Settings.Get())
	check.Equal(t, "account", a.ID, id)
	check.Equal(t, "key", a.KeyID, other)
	check.Equal(t, "it asks", a.SignedOut, true)
}

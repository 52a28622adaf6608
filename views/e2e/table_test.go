package e2e

import (
	"slices"
	"strings"
	"testing"

	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestFilterFindsAKeyByAPartOfItsID(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{Keys: 12})
	d := newDesk(t, true)
	r := d.signedIn(s)
	keys := listed(s)
	wanted := keys[8].ID
	r.choose(s, keys[4].ID) // which the filter is to leave out
	r.press("ctrl+f")
	r.typeIn(wanted[12:20])
	r.press("Down", "ctrl+shift+c")
	r.wait("the ID found on the clipboard", func() bool { return d.clipboard() == wanted })
	r.press("End", "Home", "Down", "ctrl+c") // wherever one goes, there is no other key
	r.wait("its secret on the clipboard", func() bool { return d.clipboard() == s.SecretOf(wanted).Reveal() })

	r.press("ctrl+f", "Escape", "Down", "Home", "ctrl+shift+c")
	r.wait("the first of all the keys", func() bool { return d.clipboard() == keys[0].ID })
	r.press("End", "ctrl+shift+c")
	r.wait("the last of all the keys", func() bool { return d.clipboard() == keys[len(keys)-1].ID })
}

func TestSortIsRemembered(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{Keys: 12})
	d := newDesk(t, true)
	r := d.signedIn(s)
	r.waitSignInKept(s)
	keys := slices.SortedFunc(slices.Values(listed(s)), func(a, b client.AccessKey) int {
		return strings.Compare(strings.ToLower(a.ID), strings.ToLower(b.ID))
	})
	first, last := keys[0].ID, keys[len(keys)-1].ID
	r.click(titleAt)
	r.waitSorted(false)
	r.press("Home", "ctrl+shift+c")
	r.wait("the first ID of the alphabet", func() bool { return d.clipboard() == first })
	r.click(titleAt)
	r.waitSorted(true)
	r.press("Home", "ctrl+shift+c")
	r.wait("the last ID of the alphabet", func() bool { return d.clipboard() == last })
	r.press("ctrl+q")
	r.waitEnd()

	r = d.open()
	r.waitKeys(1)
	r.press("Home", "ctrl+shift+c")
	r.wait("the last ID of the alphabet again", func() bool { return d.clipboard() == last })
}

// waitSorted waits until the program has remembered that the list is sorted by ID.
func (r *running) waitSorted(descending bool) {
	r.t.Helper()
	r.wait("the order to be kept", func() bool {
		t := r.remembered().Table
		return t.SortBy == settings.ColumnID && t.Descending == descending
	})
}

// waitSignInKept waits until the program can open at the next start without being signed in.
func (r *running) waitSignInKept(s *demo.Server) {
	r.t.Helper()
	creds := s.Credentials()
	r.wait("the sign-in to be in the keyring", func() bool {
		return r.stored(signInService, account(s, creds.KeyID)) == creds.Secret.Reveal()
	})
	r.wait("the sign-in to be in the settings", func() bool { return r.remembered().Session != nil })
}

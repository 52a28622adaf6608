package e2e

import (
	"testing"

	"accesskeys/client/demo"
)

// TestListInPagesAndCut has one start of the program see a server that pages, and then one that cuts its list.
func TestListInPagesAndCut(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{Keys: 31})
	s.SetFaults(demo.Faults{Match: demo.On("GET", "/accesskeys"), PageSize: 10})
	d := newDesk(t, true)
	r := d.signedIn(s)
	r.waitLog("count=31", 1)
	keys := listed(s)
	last := keys[len(keys)-1]
	r.press("End", "ctrl+shift+c")
	r.wait("the last ID on the clipboard", func() bool { return d.clipboard() == last.ID })
	secret := s.SecretOf(last.ID).Reveal()
	r.press("ctrl+c")
	r.wait("the secret in the keyring", func() bool { return d.stored(vaultService, account(s, last.ID)) == secret })
	whole := r.settled()

	s.SetFaults(demo.Faults{Match: demo.On("GET", "/accesskeys"), PageSize: 10, NoPaging: true})
	r.press("ctrl+r")
	r.waitLog("count=10", 1)
	must(t, r.window.Changed(whole.Rect, whole, patience))
	r.settled()
	r.press("ctrl+n")
	r.wait("a new key", func() bool { return len(s.Keys()) == 32 })

	s.SetFaults(demo.Faults{Match: demo.On("GET", "/accesskeys"), PageSize: 10})
	r.press("ctrl+r")
	r.waitLog("count=32", 1)
	if got := d.stored(vaultService, account(s, last.ID)); got != secret {
		t.Error("the secret of a key beyond the cut has left the keyring")
	}
}

package e2e

import (
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// Somebody else disables the key while the window asks whether to delete it.
func TestKeyChangedElsewhereIsNotDeleted(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	key := otherEnabled(t, s)
	r.choose(s, key)
	calm := r.settled()
	r.press("Delete")
	must(t, r.window.Changed(calm.Rect, calm, patience))
	r.settled()

	other, err := client.SignIn(t.Context(), s.URL(), s.Credentials(), client.Options{})
	must(t, err)
	must(t, other.Disable(t.Context(), key))
	r.press("Tab", "Return")
	r.waitLog("the key is in another state by now", 1)
	r.waitLog("list refreshed", 1)
	r.settled()
	if n := count(s, "DELETE", ""); n != 0 {
		t.Errorf("%d keys were deleted", n)
	}

	r.press("Delete") // it is asked about as it is now
	asking := r.settled()
	r.press("Tab", "Return")
	must(t, r.window.Changed(asking.Rect, asking, patience))
	r.waitState(s, key, client.StateDeleted)
}

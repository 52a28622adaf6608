package e2e

import (
	"slices"
	"strings"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// A key is checked as it is enabled, disabled, and disabled but still accepted; then several are.
func TestKeysAreChecked(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	own, key := s.Credentials().KeyID, r.choose(s, otherEnabled(t, s))

	r.press("ctrl+t")
	r.waitLog("result=accepted ", 1)
	other, err := client.SignIn(t.Context(), s.URL(), s.Credentials(), client.Options{})
	must(t, err)
	must(t, other.Disable(t.Context(), key))
	r.press("ctrl+t")
	r.waitLog("result=refused-inactive", 1)
	s.SetLenient(true)
	r.press("ctrl+t")
	r.waitLog("result=accepted-inactive", 1)
	if got, want := signed(s, key), []int{200, 401, 200}; !slices.Equal(got, want) {
		t.Errorf("the key's own requests were answered with %v, want %v", got, want)
	}
	if slices.Contains(signed(s, own), 401) {
		t.Error("the sign-in key was refused")
	}
	if d.stored(vaultService, account(s, key)) != "" || strings.Contains(r.log.String(), s.SecretOf(key).Reveal()) {
		t.Error("the secret was kept")
	}

	r.settled()
	r.press("shift+Up", "ctrl+t")
	r.waitLog("checked a key", 5)
	report := r.settled()
	r.press("Escape")
	must(t, r.window.Changed(report.Rect, report, patience))
	if n := len(signed(s, key)); n != 4 {
		t.Errorf("the key has signed %d requests", n)
	}
	if puts := count(s, "PUT", ""); puts != 1 { // the one elsewhere
		t.Errorf("%d changes were asked for", puts)
	}
}

// signed returns the status codes of the answers to requests that a key has signed.
func signed(s *demo.Server, id string) (statuses []int) {
	for _, q := range s.Requests() {
		if q.KeyID == id {
			statuses = append(statuses, q.Status)
		}
	}
	return statuses
}

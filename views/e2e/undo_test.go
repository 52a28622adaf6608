package e2e

import (
	"slices"
	"strings"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// Two keystrokes disable a key, and Ctrl+Z enables it again, unless somebody has changed it since.
func TestDisabledInsteadOfDeletedAndUndone(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	key := r.choose(s, otherEnabled(t, s))
	other, err := client.SignIn(t.Context(), s.URL(), s.Credentials(), client.Options{})
	must(t, err)
	asked := len(s.Requests())

	r.deleteAndReturn()
	r.waitChanged(s, key, client.StateDisabled, 1)
	r.press("ctrl+z")
	r.waitChanged(s, key, client.StateEnabled, 2)
	want := []string{"GET " + key, "PUT " + key + "/disable", "GET " + key, "GET " + key, "PUT " + key + "/enable"}
	if got := about(s, key, asked); !slices.Equal(got, want) {
		t.Errorf("asked %q, want %q", got, want)
	}

	r.deleteAndReturn()
	r.waitChanged(s, key, client.StateDisabled, 3)
	must(t, other.Delete(t.Context(), key))
	r.press("ctrl+z")
	r.waitLog("the key is in another state by now", 1)
	if n := count(s, "PUT", key+"/enable"); n != 1 {
		t.Errorf("it was asked %d times to enable the key, once deleted", n)
	}
}

// deleteAndReturn presses the keys that used to delete what is selected.
func (r *running) deleteAndReturn() {
	r.t.Helper()
	calm := r.settled()
	r.press("Delete")
	must(r.t, r.window.Changed(calm.Rect, calm, patience))
	r.settled()
	r.press("Return")
}

// about returns the back end's requests about a key, leaving out its first since requests.
func about(s *demo.Server, id string, since int) (asked []string) {
	for _, q := range s.Requests()[since:] {
		if _, path, found := strings.Cut(q.Path, "accesskeys/"); found && strings.HasPrefix(path, id) {
			asked = append(asked, q.Method+" "+path)
		}
	}
	return asked
}

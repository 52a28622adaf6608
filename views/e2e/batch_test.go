package e2e

import (
	"slices"
	"strings"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestSeveralKeysAreDisabledInOneGo(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{Keys: 12})
	d := newDesk(t, true)
	r := d.signedIn(s)
	var want []string
	for _, k := range listed(s)[4:7] {
		if k.State != client.StateEnabled || k.ID == s.Credentials().KeyID {
			t.Fatal("the demo back end has other keys than this test is made for")
		}
		want = append(want, k.ID)
	}
	r.choose(s, want[0])
	r.press("shift+Down", "shift+Down")
	calm := r.settled()

	r.press("ctrl+e")
	must(t, r.window.Changed(calm.Rect, calm, patience))
	asking := r.settled()
	r.press("Escape")
	must(t, r.window.Changed(asking.Rect, asking, patience))
	r.settled()
	if got := disabled(s); len(got) != 0 {
		t.Fatalf("%v were disabled though it was not confirmed", got)
	}

	r.press("ctrl+e")
	must(t, r.window.Changed(calm.Rect, calm, patience))
	r.settled()
	r.press("Tab", "Return")
	for _, id := range want {
		r.waitState(s, id, client.StateDisabled)
	}
	r.wait("the list to have the keyboard again", func() bool {
		r.press("Home", "ctrl+shift+c")
		return d.clipboard() == listed(s)[0].ID
	})
	if got := disabled(s); !slices.Equal(got, want) {
		t.Errorf("%v were disabled, want %v", got, want)
	}
}

// disabled returns the IDs of the keys that the back end was asked to disable, in the order of the requests.
func disabled(s *demo.Server) (ids []string) {
	for _, r := range s.Requests() {
		if path, found := strings.CutSuffix(r.Path, "/disable"); found && r.Method == "PUT" {
			ids = append(ids, path[strings.LastIndex(path, "/")+1:])
		}
	}
	return ids
}

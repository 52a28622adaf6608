package e2e

import (
	"strings"
	"testing"

	"accesskeys/client/demo"
)

// A double press that submits the form does not show a secret in the list, and a double click on a link does not answer
// the question that the first click opens.
func TestSecondOfTwoFastPressesDoesNothing(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	key := otherEnabled(t, s)
	r.press("ctrl+l")
	r.waitLog("msg=locked", 1)
	r.settled()
	r.press("Return", "Return")
	r.waitLog("msg=unlocked", 1)
	calm := r.rested()
	at := rowAt(indexOf(s, key), actionsX)
	r.click(at)
	r.click(at)
	must(t, r.window.Changed(calm.Rect, calm, patience))
	asked := r.rested()
	r.press("Tab", "Return") // from Cancel to Disable, in the question
	must(t, r.window.Changed(asked.Rect, asked, patience))
	r.waitAsked(s, "PUT", key+"/disable", 1)
	for _, q := range s.Requests() {
		if q.Method == "GET" && strings.Contains(q.Path, "accesskeys/") && !strings.HasSuffix(q.Path, key) {
			t.Errorf("the second Enter asks for a secret: %s", q.Path)
		}
	}
}

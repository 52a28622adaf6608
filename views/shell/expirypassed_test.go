package shell

import (
	"strings"
	"testing"
	"time"

	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/autorefresh"
)

// TestTheServerIsNotQuotedOnWhatItWasNotAskedSince is of a key whose time passes while the list is open.
func TestTheServerIsNotQuotedOnWhatItWasNotAskedSince(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	id := r.enabledKeys()[0]
	r.endsIn(0, id) // by the demo's own clock it has not ended when the test is over
	r.hold = true   // the app begins to read the list again
	r.sleep(time.Hour)
	r.pass(autorefresh.TickPause)
	wants := func(when, chip, details string) {
		t.Helper()
		if got := r.chip(id); !strings.Contains(got, chip) {
			t.Errorf("%s, the row says %q", when, got)
		}
		r.list().Actions.Tools.OnDetails(id)
		r.says("Expires At", details)
		r.closeDialog()
	}
	wants("before the list is read again", "; reload to see the state", "Expiry passed; reload to see the state")
	r.release()
	wants("after that", "but the server still says “Enabled”", "Expired, but the server still says “Enabled”")
}

// Without the keyboard in the window, nothing else reads the list.
func TestListIsReadOnceTheTimeOfAKeyHasPassed(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	r.loseFocus()
	id := r.enabledKeys()[0]
	r.endsIn(0, id)
	r.list().Actions.Tools.OnDetails(id)
	r.pass(29 * time.Minute)
	before := r.lists()
	r.server.SetValidUntil(id, time.Now().Add(-time.Second))
	r.pass(2 * time.Minute)
	if n := r.lists() - before; n != 1 {
		t.Errorf("it is read %d times", n)
	}
	if k, _ := r.known(id); k.State != client.StateExpired {
		t.Errorf("the row says %q", r.chip(id))
	}
	r.says("State", "Expired")
}

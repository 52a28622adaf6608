package shell

import (
	"strings"
	"testing"
	"time"

	"accesskeys/client"
)

// The keys are read before one is changed. Switching accounts in the meantime must not lose the change.
func TestSwitchingIsCalledOffWhileAReplacementReadsTheKeys(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.goTo(0)
	id := r.idInState(client.StateEnabled, false)
	r.replace(id)
	r.clicks("Create New Key", "It's in Place", "Skip Check")
	r.hold = true
	r.clicks("Disable Old Key…", yes)
	for _, leave := range []func(){func() {}, func() { r.page().Replacing.Close() }} { // the page is left as well
		leave()
		r.goTo(1)
		if !r.onAccount(0) || !strings.Contains(strings.Join(r.said(), "\n"), "A change is still in progress") {
			t.Fatalf("it says %q", r.said())
		}
	}
	r.release()
	r.pass(time.Second)
	if r.stateOf(id) != client.StateDisabled {
		t.Errorf("the key is %s", r.stateOf(id))
	}
	r.goTo(1)
	if !r.onAccount(1) {
		t.Error("it does not switch once that is done")
	}
}

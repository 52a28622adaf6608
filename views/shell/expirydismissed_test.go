package shell

import (
	"strings"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestOwnKeyIsToldOfOnTheDayOfADismissal(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	own, ids := r.idInState(client.StateEnabled, true), r.enabledKeys()
	r.endsIn(20*day, ids[0])
	r.tapButton("Dismiss")
	r.endsIn(20*day, ids[1])
	r.wantLine("")
	r.endsIn(9*day, own)
	if got := r.warning(); !strings.HasPrefix(got, "Your sign-in key expires in 9 days (") || !strings.HasSuffix(got, "). Replace it before then.") {
		t.Errorf("above the table is %q", got)
	}
	r.tapButton("Dismiss")
	r.wantLine("")
}

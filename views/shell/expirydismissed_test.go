package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

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

func TestSecondClickOnTryNowDoesNotDismissTheKeysThatExpireSoon(t *testing.T) {
	for name, click := range map[string]func(r *rig, at fyne.Position){
		"a double click":         (*rig).doubleClick,
		"just after it answered": func(r *rig, at fyne.Position) { r.reload(); r.clickIfMeant(at) },
	} {
		t.Run(name, func(t *testing.T) {
			r := expiringRig(t, demo.Options{})
			r.endsIn(20*day, r.enabledKeys()[0])
			r.server.SetFaults(demo.Faults{Status: 503})
			r.reload()
			at := middle(r.button("Try Now"))
			r.server.SetFaults()
			click(r, at)
			r.wantLine("1 key expires within 30 days.")
		})
	}
}

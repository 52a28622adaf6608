package shell

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
	"accesskeys/views/keyspage"
)

// What a user waits for tells that the server does not answer. What goes on by itself does not.
func TestSilenceOfTheServerIsToldToWhoWaits(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for real time-outs")
	}
	const silent = "The server hasn't answered for 1 s. Still trying…"
	r := newRig(t, demo.Options{})
	if err := r.session().SetNetwork(route.Network{Seconds: 1}); err != nil {
		t.Fatal(err)
	}
	hold := make(chan struct{})
	defer close(hold)
	for what, do := range map[string]func(){
		"disabling": func() { r.operate(keys.OpDisable) },
		"creating":  func() { r.shortcut(shortcutNew()) },
		"showing": func() {
			r.selectKey(r.idInState(client.StateExpired, false), 0)
			r.press(fyne.KeyReturn)
		},
		"reloading": func() { r.press(fyne.KeyF5) },
	} {
		t.Run(what, func(t *testing.T) {
			r.server.SetFaults(demo.Faults{Hold: hold, Times: 1})
			if said := r.saidMeanwhile(do); !slices.Contains(said, silent) {
				t.Errorf("said %q", said)
			}
			if slices.Contains(r.said(), silent) {
				t.Error("it is still said after the answer")
			}
		})
	}
	r.server.SetFaults(demo.Faults{Hold: hold, Times: 1})
	if said := r.saidMeanwhile(func() { r.pass(keyspage.RefreshPause) }); slices.Contains(said, silent) {
		t.Error("it is said of a list that nobody waits for")
	}
}

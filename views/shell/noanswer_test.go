package shell

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/client/route"
	"accesskeys/views/autorefresh"
	"accesskeys/views/keyshortcuts"
)

const silent = "The server hasn't answered for 1 s. Still trying…"

// hangingRig has a server that answers no request in time, until it is let go, where hang says so.
func hangingRig(t *testing.T) (r *rig, hang func(times int)) {
	t.Helper()
	if testing.Short() {
		t.Skip("waits for real time-outs")
	}
	r = newRig(t, demo.Options{})
	if err := r.session().SetNetwork(route.Network{Seconds: 1}); err != nil {
		t.Fatal(err)
	}
	hold := make(chan struct{})
	t.Cleanup(func() { close(hold) })
	return r, func(times int) { r.server.SetFaults(demo.Faults{Hold: hold, Times: times}) }
}

// Only tasks that the user waits for tell that the server does not answer. Automatic ones do not.
func TestServerThatDoesNotAnswerIsToldToAWaitingUser(t *testing.T) {
	r, hang := hangingRig(t)
	for what, c := range map[string]struct {
		do   func()
		told bool
	}{
		"disabling":                         {func() { r.operate(keys.OpDisable) }, true},
		"creating":                          {func() { r.shortcut(keyshortcuts.New()) }, true},
		"showing":                           {r.show, true},
		"reloading":                         {func() { r.press(fyne.KeyF5) }, true},
		"the list that is read each minute": {func() { r.pass(autorefresh.Pause) }, false},
	} {
		hang(1)
		told := false
		r.meanwhile(c.do, func() { told = told || slices.Contains(r.said(), silent) })
		if told != c.told {
			t.Errorf("%s: told %v", what, told)
		}
		if slices.Contains(r.said(), silent) {
			t.Errorf("%s: it is still said after the answer", what)
		}
	}
}

// show shows the secret of a key that is expired.
func (r *rig) show() {
	r.selectKey(r.idInState(client.StateExpired, false), 0)
	r.press(fyne.KeyReturn)
}

func TestShowingIsStoppedWhileTheServerDoesNotAnswer(t *testing.T) {
	r, hang := hangingRig(t)
	hang(0)
	asked := r.asked("GET", "")
	stopped := false
	r.meanwhile(r.show, func() {
		if !stopped && slices.Contains(r.said(), silent) {
			stopped = true
			r.tapButton("Stop")
		}
	})
	if n := r.asked("GET", "") - asked; n != 1 {
		t.Errorf("the server was asked %d times", n)
	}
	if said := r.said(); slices.Contains(said, silent) || r.toldOf("Couldn't fetch") {
		t.Errorf("said %q", said)
	}
}

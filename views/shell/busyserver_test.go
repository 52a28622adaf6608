package shell

import (
	"net/http"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
)

// After a key was not created, New waits until the list has been read.
func TestNewSaysWhyItWaitsForTheList(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{Status: http.StatusTooManyRequests, RetryAfter: "30"})
	r.hold = true
	r.shortcut(keyshortcuts.New())
	held := r.held
	r.held = nil
	held[0]()
	for _, d := range []time.Duration{0, time.Second} {
		r.pass(d)
		r.shortcut(keyshortcuts.New())
		r.pass(time.Second)
		r.wantSaid("Checking the server. You can make changes once it answers.")
	}
	r.server.SetFaults()
	r.release()
	if r.toldOf("Checking the server.") {
		t.Errorf("after the check it still says %q", r.said())
	}
}

// A load that waited for as long as the server asks would keep Reload and New from doing anything for that long.
func TestBusyServerIsAskedAgainWhenItSaysOrByHand(t *testing.T) {
	r := newRig(t, demo.Options{})
	shown := len(r.listed())
	r.server.SetFaults(demo.Faults{Status: http.StatusTooManyRequests, RetryAfter: "30"})
	r.shortcut(keyshortcuts.New())
	if !r.toldOf("No key was created. The server is busy. Try again in 30 s.") {
		t.Errorf("New says %q", r.said())
	}
	r.wantWarning("View only.", "Next try in 30 s.")
	lists := r.lists()
	r.pass(29 * time.Second)
	if n := r.lists() - lists; n != 0 {
		t.Errorf("asked %d times before the time that the server asks to wait", n)
	}
	r.pass(time.Second)
	if n := r.lists() - lists; n != 1 {
		t.Errorf("asked %d times after it", n)
	}
	r.press(fyne.KeyF5)
	r.wantWarning("Next try in 30 s.")
	r.server.SetFaults()
	r.press(fyne.KeyF5)
	r.shortcut(keyshortcuts.New())
	if n := len(r.listed()); n != shown+1 || r.warning() != "" {
		t.Errorf("with %d keys, it lists %d; %q", shown+1, n, r.warning())
	}
}

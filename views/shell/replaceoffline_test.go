package shell

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/apptest/check"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/autorefresh"
	"accesskeys/views/kit/toast"
)

func TestOfflineThePageOfAReplacementSaysWhyNothingIsDone(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.lose()
	r.pass(autorefresh.Pause)
	r.replaceOpen(id)
	if !r.reads("The server's responses can't be read: view only") {
		t.Errorf("it shows %q", r.texts())
	}
	if got := r.focusedButton(); got != "Try Now" {
		t.Errorf("the keyboard is on %q", got)
	}
	r.wantGreyed("Create New Key")
	r.find()
	r.pass(autorefresh.Pause)
	if r.reads("The server's responses can't be read: view only") || len(r.said()) > 1 {
		t.Errorf("online, it shows %q and says %q", r.texts(), r.said())
	}
	if got := r.focusedButton(); got != "Create New Key" {
		t.Errorf("online, the keyboard is on %q", got)
	}
	r.clicks("Create New Key", "It's in Place", "Skip Check")
	r.lose()
	r.pass(autorefresh.Pause)
	if got := r.focusedButton(); got != "Try Now" {
		t.Errorf("once it is grey, the keyboard is on %q", got)
	}
	r.wantGreyed("Disable Old Key…")
	if b := r.button("Go Back and Put It in Place"); b.Disabled() {
		t.Errorf("%q needs no server", b.Text)
	}
}

func TestOfflineThePageOfAReplacementOffersToTryNow(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.replaceOpen(r.idInState(client.StateEnabled, false))
	if r.hasButton("Try Now") {
		t.Error("online, it offers to try now")
	}
	r.lose()
	r.pass(autorefresh.Pause)
	r.clicks("Try Now") // in vain
	r.wantGreyed("Create New Key")
	r.find()
	r.clicks("Try Now")
	if r.button("Create New Key").Disabled() || r.hasButton("Try Now") || !r.replacing() {
		t.Errorf("online again, it shows %q", r.texts())
	}
}

func TestOfflineThePageOfAReplacementSaysItOnceBesideTheButton(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replaceOpen(id)
	r.lose()
	r.pass(autorefresh.Pause)
	r.wantGreyed("Use an Existing Key…")
	if r.reads("press F5") || !r.reads("The server's responses can't be read: view only.") {
		t.Errorf("beside Try Now it says %q", r.texts())
	}
	r.find()
	r.clicks("Try Now", "Create New Key", "It's in Place", "Skip Check", "Disable Old Key…", yes)
	r.toastsGone()
	check.Must(t, r.server.Close())
	r.session().CloseIdleConnections() // on which the answer would be lost instead
	r.clicks("Something Broke: Enable Old Key")
	said := slices.DeleteFunc(r.said(), func(s string) bool { return s == "Disabled "+id }) // it can be undone again
	if len(said) != 1 || said[0] != "Couldn't enable "+id+". The server can't be reached." {
		t.Errorf("it says %q", said)
	}
	r.toastsGone()
	r.shortcut(&fyne.ShortcutUndo{})
	if said := strings.Join(r.said(), " "); strings.Contains(said, "press F5") || strings.Contains(said, "view only") {
		t.Errorf("it says %q", said)
	}
}

// wantGreyed checks that a button looks as if it did nothing, and does nothing: the page says why.
func (r *rig) wantGreyed(label string) {
	r.t.Helper()
	before := r.requests()
	b := r.button(label)
	r.tapButton(label)
	if !b.Disabled() || r.dialogOpen() || len(r.said()) > 0 || r.requests() > before {
		r.t.Errorf("%q is greyed: %v; it says %q and shows %q", label, b.Disabled(), r.said(), r.texts())
	}
}

func TestActThatFailedOnThePageIsToldNoLongerOnceTheServerIsBack(t *testing.T) {
	for name, offline := range map[string]demo.Faults{"no answer": {Drop: true}, "a web page": {HTML: true}} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.replaceOpen(r.idInState(client.StateEnabled, false))
			for _, act := range []func(){
				func() { r.clicks("Create New Key") },
				func() { r.clicks("Disable Old Key…"); r.answerDialog() },
			} {
				r.listAges()
				r.server.SetFaults(offline)
				act()
				r.pass(toast.PassingTime)
				if said := r.said(); len(said) != 1 {
					t.Errorf("offline, it says %q", said)
				}
				r.find()
				r.reload()
				r.press(fyne.KeyEscape)
				if said := r.said(); len(said) != 1 || !strings.Contains(said[0], "Back online") {
					t.Errorf("back in the list, it says %q", said)
				}
				r.replaceOpen(r.idInState(client.StateEnabled, false))
				if r.hasButton("Create New Key") {
					r.clicks("Create New Key", "It's in Place", "Skip Check")
				}
			}
		})
	}
}

func TestOpeningThePageOfAReplacementSaysNothingThatThePageSays(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.replaceOpen(id)
	r.clicks("Create New Key")
	r.press(fyne.KeyEscape)
	r.pass(toast.ReadingTime)
	r.server.SetFaults(demo.Faults{Status: 503})
	r.replaceOpen(id)
	if len(r.said()) > 0 || !r.reads(": view only") {
		t.Errorf("it says %q and shows %q", r.said(), r.texts())
	}
	r.find()
	r.pass(autorefresh.Pause)
	if r.reads(": view only") {
		t.Errorf("online again, it shows %q", r.texts())
	}
	r.press(fyne.KeyEscape)
	r.server.SetFaults(demo.Faults{Status: 403})
	r.replaceOpen(id)
	r.wantSaid("This page couldn't be updated.")
}

func TestACheckThatFailedOnThePageIsTakenBackOnceTheServerAnswers(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.replaceOpen(r.idInState(client.StateEnabled, false))
	r.clicks("Create New Key", "It's in Place")
	r.server.SetFaults(demo.Faults{Status: 503})
	r.clicks("Check New Key")
	r.wantSaid("503")
	r.find()
	r.reload()
	r.wantSaid("Back online")
	if r.toldOf("503") {
		t.Errorf("online again, it says %q", r.said())
	}
}

func TestReplacementWhoseFirstActFailsOfflineHasNotBegun(t *testing.T) {
	for name, first := range map[string]struct {
		order int // in the list of orders
		acts  []string
	}{
		"create":  {0, []string{"Create New Key"}},
		"disable": {2, []string{"Disable Old Key…", yes}},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			id := r.idInState(client.StateEnabled, false)
			r.replaceOpen(id)
			r.choice("How to replace it").Choose(first.order)
			r.sleep(time.Minute) // the list is read first, so that no request is sent on a connection that is just being closed
			check.Must(t, r.server.Close())
			r.clicks(first.acts...)
			if r.hasButton("Abandon…") || slices.Contains(r.recorded(), "replace-begin done") {
				t.Errorf("it has begun: %q", r.texts())
			}
			if b := r.button(first.acts[0]); !r.reads(": view only") || !b.Disabled() {
				t.Errorf("it is not offline: %q", r.texts())
			}
			r.press(fyne.KeyEscape)
			if r.reads("Being replaced") || r.reads("Replacing") {
				t.Errorf("the list has %q", r.texts())
			}
		})
	}
}

func TestReplacementWhoseFirstActIsRefusedHasNotBegun(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.replaceOpen(r.idInState(client.StateEnabled, false))
	r.server.SetFaults(demo.Faults{Status: 403, Match: func(method, _ string) bool { return method == "POST" }})
	r.clicks("Create New Key")
	r.wantSaid("No key was created.")
	if got := r.recorded()[1:]; r.hasButton("Abandon…") || !slices.Equal(got, []string{"replace-begin done", "create failed forbidden", "replace-abandon done"}) {
		t.Errorf("it has begun, with %q: %q", got, r.texts())
	}
	r.find()
	before := len(r.recorded())
	r.clicks("Create New Key")
	if got := r.recorded()[before:]; !r.hasButton("It's in Place") || !slices.Equal(got, []string{"replace-begin done", "create done"}) {
		t.Errorf("it does not begin: %q", r.texts())
	}
}

func TestAnActThatFailsOfflineTakesThePageOffline(t *testing.T) {
	for name, faults := range map[string]demo.Faults{"no answer": {Drop: true}, "an error": {Status: 503}} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.replaceOpen(r.idInState(client.StateEnabled, false))
			r.clicks("Create New Key", "It's in Place", "Skip Check")
			r.server.SetFaults(faults)
			r.clicks("Disable Old Key…", yes)
			if b := r.button("Disable Old Key…"); !r.reads(": view only") || !b.Disabled() {
				t.Errorf("it is not offline: %q", r.texts())
			}
		})
	}
}

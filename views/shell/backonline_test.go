package shell

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/toast"
)

func TestErrorOfALostConnectionGoesOnceItIsBack(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.lose()
	r.toggleSecret(r.chooseEnabled())
	r.pass(toast.PassingTime)
	r.wantSaid("Couldn't fetch")
	r.find()
	r.reload()
	r.pass(time.Second)
	if said := r.said(); len(said) != 1 || !strings.Contains(said[0], "Back online") {
		t.Errorf("it says %q", said)
	}
}

// The line above the table says no longer that the server is away.
func TestBackOnlineHidesNoAnswerInASmallWindow(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.resize(fyne.NewSize(480, 360), 1)
	r.server.SetFaults(demo.Faults{Drop: true})
	r.shortcut(keyshortcuts.New())
	r.wantSaid("No confirmation that a key was created")
	r.find()
	r.reload()
	r.wantSaid("The server didn't confirm the new key")
	if r.toldOf("Back online") {
		t.Errorf("it says %q", r.said())
	}
	if bar, _ := r.newsBar(); strings.Contains(bar.Text(), "View only") {
		t.Errorf("the line above the table says %q", bar.Text())
	}
}

func TestHighlightGoesWithItsMessage(t *testing.T) {
	r, _ := offlineRig(t)
	r.chooseEnabled()
	r.shortcut(keyshortcuts.ToggleState())
	if bar, _ := r.newsBar(); !bar.Highlighted() {
		t.Fatal("nothing draws the eye to why")
	}
	r.find()
	r.reload()
	if bar, _ := r.newsBar(); bar.Highlighted() {
		t.Errorf("%q is highlighted", bar.Text())
	}
}

func TestMoreTellsTheReasonThatHasNoRoom(t *testing.T) {
	r, _ := offlineRig(t)
	r.setSize(fyne.NewSize(480, 360))
	r.tapButton("More")
	if !r.dialogReads("Check that the address is that of a Cluster Optimizer.") {
		t.Errorf("the dialog says %q", r.texts())
	}
}

func TestBackOnlineGoesOnceTheListCannotBeRead(t *testing.T) {
	for name, fault := range map[string]demo.Faults{
		"server error": {Status: http.StatusServiceUnavailable},
		"HTML":         {Malformed: true},
		"no answer":    {Drop: true},
		"refused":      {Status: http.StatusForbidden},
	} {
		t.Run(name, func(t *testing.T) {
			r, _ := offlineRig(t)
			r.find()
			r.reload()
			r.pass(time.Second)
			r.wantSaid("Back online")
			r.server.SetFaults(fault)
			r.reload()
			r.pass(time.Second)
			if r.toldOf("Back online") {
				t.Errorf("says %q, and %q", r.said(), r.warning())
			}
		})
	}
}

package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
)

func TestAServerThatAnswersWithAnErrorIsNotOffline(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{Status: 503})
	r.press(fyne.KeyF5)
	r.wantWarning("The server has answered with an error (503) since", "View only")
	r.shortcut(keyshortcuts.New())
	if r.reads("Offline") || r.toldOf("Offline") || strings.Contains(r.warning(), "Offline") {
		t.Errorf("it is called offline: %q, %q", r.warning(), r.said())
	}
}

// TestMessageDoesNotRepeatTheLineAboveTheList is of a change that failed because the server did.
func TestMessageDoesNotRepeatTheLineAboveTheList(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.server.SetFaults(demo.Faults{Status: 503})
	id := r.operate(keys.OpDisable)
	r.wantWarning("The server has answered with an error (503) since", "View only")
	if said := r.said(); len(said) != 1 || said[0] != "Couldn't disable "+id+". Server error 503." {
		t.Errorf("said %q", said)
	}
}

func TestMessageOnAnExpiredKeyNamesItsState(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateExpired, false)
	r.selectKey(id, 0)
	r.shortcut(keyshortcuts.ToggleState())
	if said := r.said(); r.dialogOpen() || len(said) != 1 || said[0] != "This key has expired, so it can't be enabled or disabled." {
		t.Errorf("said %q", said)
	}
}

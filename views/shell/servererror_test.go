package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

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

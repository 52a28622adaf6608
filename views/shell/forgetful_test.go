package shell

import (
	"strings"
	"testing"

	"accesskeys/app"
	"accesskeys/app/session"
	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestTheWindowSaysOnceThatNothingIsRemembered(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.w.config.App = app.New(app.Config{Connector: session.NewConnector(client.Options{})})
	r.w.opening.begin()
	r.w.opening.firstLook()
	r.w.opening.askAgain()
	if said := r.said(); len(said) != 1 || !strings.Contains(said[0], "nothing is remembered after you quit") {
		t.Errorf("it said %q", said)
	}

	r = newRig(t, demo.Options{})
	if said := r.said(); len(said) != 0 {
		t.Errorf("with a directory it said %q", said)
	}
}

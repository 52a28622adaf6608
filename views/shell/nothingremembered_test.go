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
	r.replaceApp(app.New(app.Config{Connector: session.NewConnector(client.Options{})}))
	r.start()
	r.askKeyringAgain()
	if said := r.said(); len(said) != 1 || !strings.Contains(said[0], "nothing is remembered after you quit") {
		t.Errorf("it said %q", said)
	}

	r = newRig(t, demo.Options{})
	if said := r.said(); len(said) != 0 {
		t.Errorf("with a directory it said %q", said)
	}
}

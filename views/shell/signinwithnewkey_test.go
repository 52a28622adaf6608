package shell

import (
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// The new key may take over between the click on Log Out and the end of the old session.
func TestLogOutEndsASessionThatTakesOverLate(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.hold = true
	r.succeed(r.idInState(client.StateEnabled, false))
	r.logOut(false)
	r.release()
	if s := r.app.Settings.Get(); s.SignedIn() || r.signedIn() {
		t.Errorf("the next start opens %+v", s.Session)
	}
}

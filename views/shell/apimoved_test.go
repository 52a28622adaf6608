package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/client/demo"
)

func TestWithoutAKeptListAnAPIThatHasMovedIsSignedInToAgain(t *testing.T) {
	r, _ := keptRig(t)
	if err := r.app.Sessions.LogOut(t.Context(), r.session(), false); err != nil { // forgets the list
		t.Fatal(err)
	}
	again := r.restarted()
	again.signIn()
	r.server.SetFaults(demo.Faults{HTML: true})
	next := again.restarted() // before anything was kept
	if next.message() != "Couldn't load the access keys. "+saysGone || !next.offers("Sign In Again") {
		t.Errorf("says %q; Sign In Again: %v", next.message(), next.offers("Sign In Again"))
	}
	next.keysButton("Sign In Again").OnTapped()
	if form := next.signInForm(); form == nil || form.keyID().Text != r.server.Credentials().KeyID {
		t.Error("there is no form with the key's ID")
	}
}

func TestWhereAWebPageAnswersTheUserCanTryAgainOrSignInAgain(t *testing.T) {
	r, _ := keptRig(t)
	r.server.SetFaults(demo.Faults{HTML: true})
	r.press(fyne.KeyF5)
	if r.warning() == "" || !r.offers("Try Now") || !r.offers("Sign In Again") {
		t.Fatalf("says %q and offers %q", r.warning(), r.texts())
	}
	r.server.SetFaults(demo.Faults{})
	test.Tap(r.keysButton("Try Now"))
	if r.warning() != "" {
		t.Errorf("still says %q", r.warning())
	}
	r.server.SetFaults(demo.Faults{HTML: true})
	r.press(fyne.KeyF5)
	test.Tap(r.keysButton("Sign In Again"))
	if form := r.signInForm(); form == nil || form.keyID().Text != r.server.Credentials().KeyID {
		t.Error("there is no form with the key's ID")
	}
}

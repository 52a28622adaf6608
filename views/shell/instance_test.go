package shell

import (
	"errors"
	"slices"
	"testing"

	"accesskeys/app/platform/singleinstance"
	"accesskeys/client/demo"
	"accesskeys/views/words"
)

// calledUp simulates another start of the program with a server.
func (r *rig) calledUp(server string) {
	r.t.Helper()
	if err := r.raise(server); err != nil {
		r.t.Fatal(err)
	}
}

func TestAnotherStartOffersItsServer(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.start()
	r.opened()
	r.typeInto(r.signInForm().keyID(), "AK1")
	r.calledUp("https://optimizer.example.com")
	if form := r.signInForm(); form.server().Text != "https://optimizer.example.com" || form.keyID().Text != "AK1" {
		t.Errorf("the form has %q and %q", form.server().Text, form.keyID().Text)
	}
	if r.canvas().Focused() != r.signInForm().secret() {
		t.Errorf("the keyboard is on %T", r.canvas().Focused())
	}
	r.calledUp("")
	if r.signInForm().server().Text != "https://optimizer.example.com" || len(r.said()) != 0 {
		t.Errorf("a start without a server made it %q, %q", r.signInForm().server().Text, r.said())
	}
}

func TestAnotherStartWithAnotherServerIsTold(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.opened()
	r.calledUp(r.server.URL() + "/")
	r.calledUp("")
	if len(r.said()) != 0 {
		t.Errorf("of its own server it says %q", r.said())
	}
	want := "This window is signed in to " + words.Host(r.server.URL()) + ". Log out to sign in to optimizer.example.com."
	r.calledUp("https://somebody:password@optimizer.example.com/api?token=1")
	if !slices.Equal(r.said(), []string{want}) {
		t.Errorf("it says %q, want %q", r.said(), want)
	}
	r.noDemo() // which would be offered instead
	r.logOut(true)
	if got := r.signInForm().server().Text; got != "https://somebody:password@optimizer.example.com/api?token=1" {
		t.Errorf("after logging out, the form has %q", got)
	}
}

func TestFurtherStartsLeaveOneMessage(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.opened()
	r.tellError("It failed.")
	for _, server := range []string{"https://a.example.com", "https://b.example.com", "https://a.example.com", "https://c.example.com"} {
		r.calledUp(server)
	}
	want := []string{"It failed.", "This window is signed in to " + words.Host(r.server.URL()) + ". Log out to sign in to c.example.com."}
	if !slices.Equal(r.said(), want) {
		t.Errorf("it says %q, want %q", r.said(), want)
	}
	r.calledUp(r.server.URL())
	if want = want[:1]; !slices.Equal(r.said(), want) {
		t.Errorf("with its own server as the last one it says %q, want %q", r.said(), want)
	}
}

func TestAnotherStartUnlocksNothing(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.opened()
	r.lock()
	r.calledUp("https://optimizer.example.com")
	if !r.locked() || r.messagesShown() {
		t.Error("the cover is gone, or something is said on it")
	}
}

func TestWindowThatEndsIsNotRaised(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.opened()
	r.quitNow()
	if err := r.raise(""); err == nil {
		t.Error("it says that it came up")
	}
}

func TestWindowThatOpensAsksForPatience(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.start()
	if err := r.raise("https://optimizer.example.com"); !errors.Is(err, singleinstance.ErrOpening) {
		t.Errorf("a window that is not there yet answers %v", err)
	}
	if got := r.signInForm().server().Text; got == "https://optimizer.example.com" {
		t.Error("it was offered a server that another window may be opened for")
	}
}

package shell

import (
	"testing"
	"time"

	"accesskeys/client/demo"
)

func TestOpeningSaysThatTheKeyringAsks(t *testing.T) {
	first := signedOutRig(t, demo.Options{})
	first.signIn()
	r := first.restarting()
	r.hold = true
	r.start()
	r.pass(time.Second)
	if !r.reads("Opening…") || r.reads("Waiting for the keyring") {
		t.Errorf("while the keyring asks nothing, it says %q", r.texts())
	}
	r.store.asking = true
	r.pass(time.Second)
	if !r.reads("Waiting for the keyring. Type its password in its window.") {
		t.Errorf("while the keyring asks, it says %q", r.texts())
	}
	r.pressOn("Sign In Another Way")
	if !r.signInShown() {
		t.Error("no form is shown")
	}
	r.store.asking = false
}

func TestOpeningGoesOnOnceTheKeyringHasAnswered(t *testing.T) {
	first := signedOutRig(t, demo.Options{})
	first.signIn()
	r := first.restarting()
	r.hold = true
	r.store.asking = true
	r.start()
	r.pass(time.Second)
	r.store.asking = false
	r.pass(time.Second)
	if !r.reads("Opening…") || r.reads("Sign In Another Way") {
		t.Errorf("after the answer, it says %q", r.texts())
	}
	r.release()
	if !r.listShown() {
		t.Error("the list is not shown")
	}
}

package shell

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keyring"
	"accesskeys/client/demo"
	"accesskeys/views/kit/background"
)

func TestChoiceNotToStaySignedInIsRemembered(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	stays := func(r *rig) bool {
		t.Helper()
		if !r.signInShown() {
			t.Fatalf("it shows %q", r.texts())
		}
		return r.signInForm().keep().Checked
	}
	if r.form(); !stays(r) {
		t.Error("at first, the user does not stay signed in")
	}
	r.signInForm().keep().SetChecked(false)
	r.signInForm().fill(r.server.URL(), r.server.Credentials().KeyID, "wrong")
	r.signInForm().signIn()
	if failed := r.restarted(); !stays(failed) {
		t.Error("a sign-in that failed counts as a choice")
	}
	r.signInTo(r.server.URL())
	r = r.restarted()
	if stays(r) {
		t.Fatal("at the next start, the box is ticked again")
	}
	r.typeInto(r.signInForm().secret(), r.server.Credentials().Secret.Reveal())
	r.press(fyne.KeyReturn)
	if r.hasEntry(r.server) || !r.signedIn() {
		t.Error("the secret is in the keyring")
	}
	r = r.restarted()
	if stays(r) {
		t.Error("at the third start, the box is ticked again")
	}
	r.signInForm().keep().SetChecked(true)
	r.signInTo(r.server.URL())
	r = r.restarted()
	if !r.signedIn() {
		t.Fatal("not signed in at the fourth start")
	}
	r.logOut(false)
	if !stays(r) {
		t.Error("the user chose to stay signed in, and it is forgotten")
	}
}

func TestNoKeyringIsNoChoiceAgainstStayingSignedIn(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.store.err = &keyring.Error{Kind: keyring.Missing}
	r.signIn()
	if !r.signedIn() || r.signInShown() {
		t.Fatal("not signed in")
	}
	r.store.err = nil
	next := r.restarted()
	if box := next.signInForm().keep(); !box.Checked || box.Disabled() {
		t.Error("once there is a keyring, the box is not ticked")
	}
}

func TestFormOffersToStaySignedInOnceAKeyringIsStarted(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.store.err = &keyring.Error{Kind: keyring.Missing}
	form := r.form()
	if !form.keep().Disabled() || !r.reads("No keyring found") {
		t.Fatal("it offers to stay signed in")
	}
	r.store.err = nil
	r.pass(5 * time.Second)
	if box := form.keep(); !box.Checked || box.Disabled() || r.reads("No keyring found") {
		t.Errorf("it shows %q", r.texts())
	}
}

func TestWithoutAKeyringTheFormSaysSoBeforehand(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.store.err = &keyring.Error{Kind: keyring.Missing}
	form := r.form()
	if form.keep().Checked || !form.keep().Disabled() {
		t.Error("it offers to stay signed in")
	}
	r.signIn()
	if said := r.said(); !r.signedIn() || slices.ContainsFunc(said, func(s string) bool { return strings.Contains(s, "keyring") }) {
		t.Errorf("afterwards it says %q", said)
	}
}

func TestKeyringThatIsWaitedForIsNotToldOfOnceItHasAnswered(t *testing.T) {
	for name, tt := range map[string]struct {
		act  func(*rig)
		said string
	}{
		"signing in": {func(r *rig) {
			r.form()
			r.hold = true
			r.signInTo(r.server.URL())
			signIn := r.held
			r.held = nil
			for _, work := range signIn {
				work()
			}
		}, "Your sign-in will be saved when it answers."},
		"logging out": {func(r *rig) {
			r.signIn()
			r.hold = true
			r.logOut(true)
		}, "secrets saved before you logged out will be deleted when it does"},
	} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			tt.act(r)
			r.pass(background.PromptPatience)
			r.wantSaid(tt.said)
			r.release()
			if r.toldOf(tt.said) {
				t.Errorf("said %q", r.said())
			}
		})
	}
}

func TestChoiceToStaySignedInIsEachAccounts(t *testing.T) {
	r := newAccountsRig(t, 2)
	add := func(keep bool) {
		server := r.startOther()
		r.chooseAvatar("Add Account…")
		r.signInForm().keep().SetChecked(keep)
		creds := server.Credentials()
		r.signInForm().fill(server.URL(), creds.KeyID, creds.Secret.Reveal())
		r.signInForm().signIn()
	}
	add(false)
	r.goTo(0)
	r.tapButton("Leave")
	add(true)
	r.goTo(2)
	if f := r.signInForm(); f == nil || f.server().Text != r.at(2).URL() || f.keep().Checked {
		t.Errorf("of the account whose sign-in is not to be saved, it shows %q", r.texts())
	}
	r.goTo(3)
	r.logOut(false)
	r.goTo(3)
	if f := r.signInForm(); f == nil || f.server().Text != r.at(3).URL() || !f.keep().Checked {
		t.Errorf("of the other, it shows %q", r.texts())
	}
}

package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keyring"
	"accesskeys/app/keys"
	"accesskeys/app/session"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// lockedKeyring returns the window of the second of two accounts, with the cursor on a key and a locked keyring.
func lockedKeyring(t *testing.T) (*rig, *session.Session) {
	t.Helper()
	r := newAccountsRig(t, 2)
	r.selectKey(r.listed()[2].ID, 0)
	r.store.err = &keyring.Error{Kind: keyring.Locked}
	return r, r.session()
}

func TestCancelGoesBackToTheAccountThatWasLeft(t *testing.T) {
	for name, leave := range map[string]func(*rig){
		"Esc on the form": func(r *rig) {
			r.goTo(0)
			if !r.signInShown() || r.signInForm().server().Text != r.at(0).URL() {
				r.t.Fatalf("it shows %q", r.texts())
			}
			r.press(fyne.KeyEscape)
		},
		"Cancel on the form": func(r *rig) {
			r.goTo(0)
			r.tapButton("Cancel")
		},
		"Cancel after another try": func(r *rig) {
			r.goTo(0)
			r.tapButton("Try Saved Key Again")
			r.tapButton("Cancel")
		},
		"its shortcut": func(r *rig) {
			r.goTo(0)
			r.goTo(1)
		},
		"Esc while it waits": func(r *rig) {
			r.hold = true
			r.goTo(0)
			r.press(fyne.KeyEscape)
			r.store.err = nil
			r.release()
		},
		"Esc on the form for a third": func(r *rig) {
			r.goTo(0)
			r.calledUp("https://elsewhere.example.com")
			r.press(fyne.KeyEscape)
		},
		"removing the other account": func(r *rig) {
			r.goTo(0)
			r.tapButton("Remove Account…")
			r.tapButton("Remove")
		},
	} {
		t.Run(name, func(t *testing.T) {
			r, s := lockedKeyring(t)
			r.opened()
			leave(r)
			if r.dialogOpen() || r.session() != s || !r.listShown() || r.cursor() != r.listed()[2].ID {
				t.Fatalf("it shows %q", r.texts())
			}
			if known := r.app.Settings.Get(); known.Current != r.accounts()[len(r.accounts())-1].ID {
				t.Error("the next start opens another account")
			}
			id := r.chooseEnabled()
			r.operate(keys.OpDisable)
			if k, _ := r.known(id); k.State != client.StateDisabled {
				t.Errorf("a key cannot be changed: %q", r.texts())
			}
		})
	}
}

func TestAccountThatWasLeftDropsItsSecret(t *testing.T) {
	for name, end := range map[string]func(*rig){
		"the other is opened": func(r *rig) {
			r.store.err = nil
			r.tapButton("Try Saved Key Again")
			if !r.onAccount(0) {
				r.t.Errorf("it shows %q", r.texts())
			}
		},
		"lock":     (*rig).lock,
		"quitting": (*rig).quitNow,
	} {
		t.Run(name, func(t *testing.T) {
			r, s := lockedKeyring(t)
			r.goTo(0)
			if isLeft(t, s) {
				t.Fatal("it is left before the other is open")
			}
			end(r)
			if !isLeft(t, s) {
				t.Error("its secret is still in memory")
			}
		})
	}
}

func TestSessionThatIsRejectedDropsItsSecret(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	s := r.session()
	r.reject(&client.Error{Kind: client.KindUnauthorized})
	if !r.signInShown() || !isLeft(t, s) {
		t.Errorf("it shows %q", r.texts())
	}
}

func TestPageThatWaitsForTheKeyringLeadsBack(t *testing.T) {
	r, s := lockedKeyring(t)
	r.hold, r.store.asking = true, true
	r.goTo(0)
	r.pass(keyringPatience)
	r.tapButton("Cancel")
	if r.session() != s {
		t.Errorf("it shows %q", r.texts())
	}
}

func TestFormOfAnAccountThatIsLoggedOutLeadsBack(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.forgetEntry(r.at(0))
	r.goTo(0)
	r.goTo(1)
	s := r.session()
	r.goTo(0)
	r.press(fyne.KeyEscape)
	if r.session() != s {
		t.Errorf("it shows %q", r.texts())
	}
}

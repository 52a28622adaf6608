package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keyring"
	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestSignInIsSavedOnceTheKeyringAnswers(t *testing.T) {
	showSecret := func(r *rig) {
		r.chooseEnabled()
		r.press(fyne.KeyReturn)
	}
	for name, test := range map[string]struct {
		keep     bool
		use      func(*rig)
		remember bool
	}{
		"a secret is shown":   {true, showSecret, true},
		"Account is shown":    {true, (*rig).openAccount, true},
		"Save is pressed":     {true, func(r *rig) { r.tapButton("Save") }, true},
		"locked before":       {true, func(r *rig) { r.lock(); r.unlock(r.server.Credentials().Secret); showSecret(r) }, true},
		"it is not wanted":    {false, showSecret, false},
		"nothing asks for it": {true, func(*rig) {}, false},
	} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			r.form()
			r.signInForm().keep().SetChecked(test.keep)
			r.store.err = &keyring.Error{Kind: keyring.Refused}
			r.signInTo(r.server.URL())
			r.store.err = nil
			test.use(r)
			if got := r.app.Settings.Get().Session != nil; got != test.remember || r.hasEntry(r.server) != test.remember {
				t.Errorf("remembered: %v, and it says %q", got, r.said())
			}
			if r.toldOf("The new sign-in is saved.") != test.remember {
				t.Errorf("it says %q", r.said())
			}
		})
	}
}

func TestPINFormLeadsToSavingTheSignIn(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.form()
	r.store.err = &keyring.Error{Kind: keyring.Refused}
	r.signInTo(r.server.URL())
	r.showPreferences()
	if !r.tabReads("To use a PIN, unlock the keyring, then open Account: that saves the sign-in.") {
		t.Errorf("it says %q", r.texts())
	}
	r.store.err = nil
	r.openAccount()
	r.showPreferences()
	if !r.tabReads("No PIN set.") {
		t.Errorf("once it is saved, it says %q", r.texts())
	}
}

func TestNextStartWithAnEarlierKeyIsToldOf(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	newer := r.chooseEnabled()
	r.setPIN("2468")
	r.reject(&client.Error{Kind: client.KindUnauthorized})
	r.store.err = &keyring.Error{Kind: keyring.Refused}
	r.signInForm().fill(r.server.URL(), newer, r.server.SecretOf(newer).Reveal())
	r.signInForm().signIn()
	r.wantSaid("This sign-in isn't saved: the next start uses the key that was saved before.")
	r.store.err = &keyring.Error{Kind: keyring.Refused}
	if r.openAccount(); !r.reads("Asks for the PIN, then signs in with the key that was saved before, …") {
		t.Errorf("Account says %q", r.texts())
	}
}

// The user has never seen the secret of the newer key, which only the session has.
func TestLockedAwayFromANewKeyTheEarlierOneOpensTheAccount(t *testing.T) {
	for name, pin := range map[string]bool{"without a PIN": false, "with a PIN": true} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			r.signIn()
			if pin {
				r.setPIN("2468")
			}
			before := r.session()
			r.openKeys()
			r.replace(before.KeyID())
			r.clicks("Create New Key", "It's in Place", "Check New Key")
			r.store.err = &keyring.Error{Kind: keyring.Refused}
			r.clicks("Sign In with New Key")
			newer := r.session()
			r.lock()
			if !r.reads("Or use the key that was saved before.") {
				t.Fatalf("it shows %q", r.texts())
			}
			r.store.err = nil
			r.tapButton("Use Earlier Key")
			if r.locked() != pin {
				t.Fatalf("then it shows %q", r.texts())
			}
			if pin {
				r.typeInto(r.lockPage().entry(), "2468")
				r.press(fyne.KeyReturn)
			}
			if !r.signedIn() || r.session().KeyID() != before.KeyID() || !isLeft(t, newer) {
				t.Errorf("it shows %q", r.texts())
			}
		})
	}
}

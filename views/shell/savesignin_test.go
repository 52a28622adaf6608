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
		"locked before":       {true, func(r *rig) { r.lock(); r.unlock(r.server.Credentials().Secret); showSecret(r) }, false},
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

func TestNextStartWithAnEarlierKeyIsToldOf(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	newer := r.chooseEnabled()
	r.setPIN("2468")
	r.reject(&client.Error{Kind: client.KindUnauthorized})
	r.store.err = &keyring.Error{Kind: keyring.Refused}
	r.signInForm().fill(r.server.URL(), newer, r.server.SecretOf(newer).Reveal())
	r.signInForm().signIn()
	r.wantSaid("The next start signs in with the key that was saved before.")
	r.store.err = &keyring.Error{Kind: keyring.Refused}
	if r.openAccount(); !r.reads("Asks for the PIN, then signs in with the key that was saved before, …") {
		t.Errorf("Account says %q", r.texts())
	}
}

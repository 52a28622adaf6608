package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keyring"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/background"
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

// The server may be slow, and the user goes on in the window.
func TestSignInWithTheNewKeyLeavesTheUserWhereTheyWent(t *testing.T) {
	for name, test := range map[string]struct {
		whileLoading bool // the list, after signing in
		leave        func(r *rig)
		tab          string
		replacing    bool
	}{
		"another tab":                      {false, (*rig).openHistory, "History", true},
		"another tab, while it is loading": {true, (*rig).openHistory, "History", true},
		"the list":                         {false, func(r *rig) { r.press(fyne.KeyEscape) }, "Access Keys", false},
		"nowhere":                          {false, func(*rig) {}, "Access Keys", true},
	} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			r.signIn()
			r.replace(r.idInState(client.StateEnabled, true))
			r.clicks("Create New Key", "It's in Place", "Check New Key")
			added := r.newest().ID
			run := r.late(func() { r.clicks("Sign In with New Key") })
			if test.whileLoading {
				run = r.late(run)
			}
			test.leave(r)
			focused := r.canvas().Focused()
			run()
			if r.session().KeyID() != added || r.tabShown() != test.tab || r.replacing() != test.replacing {
				t.Errorf("signed in with %s, it shows %q", r.session().KeyID(), r.texts())
			}
			r.wantSaid("This app is signed in with " + added + " now")
			if test.whileLoading && r.canvas().Focused() != focused {
				t.Errorf("the keyboard is on %T", r.canvas().Focused())
			}
			if r.openKeys(); test.replacing != r.reads("Disable Old Key…") {
				t.Errorf("the tab shows %q", r.texts())
			}
		})
	}
}

func TestSignInWithTheNewKeySaysThatTheKeyringAsks(t *testing.T) {
	const waiting = "Waiting for the keyring. It may be asking for its password."
	for name, asking := range map[string]bool{"the keyring asks": true, "the server is slow": false} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			r.signIn()
			r.replace(r.idInState(client.StateEnabled, true))
			r.clicks("Create New Key", "It's in Place", "Check New Key")
			r.store.asking = asking
			run := r.late(func() { r.clicks("Sign In with New Key") })
			r.pass(background.PromptPatience)
			if r.reads(waiting) != asking {
				t.Errorf("it shows %q", r.texts())
			}
			r.store.asking = false
			run()
			if r.reads(waiting) {
				t.Errorf("afterwards it shows %q", r.texts())
			}
		})
	}
}

func TestNewSignInIsSavedOnceTheKeyringIsOpen(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.replace(r.idInState(client.StateEnabled, true))
	r.clicks("Create New Key", "It's in Place", "Check New Key")
	r.store.err = &keyring.Error{Kind: keyring.Refused}
	r.clicks("Sign In with New Key")
	r.wantSaid("The app is signed in with the new key until you quit or lock the window.")
	r.tapButton("Save")
	r.wantSaid("The app is signed in with the new key until you quit or lock the window.")
	r.openAccount()
	if !r.reads("Signs in with the key that was saved before") {
		t.Errorf("of the next start it says %q", r.texts())
	}
	r.openKeys()
	save := func() {
		r.clicks("Disable Old Key…")
		r.tapButton("Disable")
		r.tapButton("Save It in the Keyring")
	}
	save()
	r.wantSaid("until you quit or lock the window.")
	r.store.err = nil
	save()
	r.wantSaid("The new sign-in is saved.")
	if saved := r.app.Settings.Get().Session; saved == nil || saved.KeyID != r.session().KeyID() || r.session().Unsaved() {
		t.Errorf("the next start opens %+v", saved)
	}
	if r.openAccount(); !r.reads("Signs in automatically") {
		t.Errorf("of the next start it says %q", r.texts())
	}
}

func TestWithoutAKeyringTheSecretOfTheNewSignInKeyIsOfferedToCopy(t *testing.T) {
	r := unkeptRig(t, false)
	r.replace(r.session().KeyID())
	r.clicks("Create New Key", "It's in Place", "Check New Key", "Sign In with New Key")
	secret := r.server.SecretOf(r.session().KeyID()).Reveal()
	r.clicks("Disable Old Key…")
	r.tapButton("Disable")
	if r.dialogReads("keyring") {
		t.Errorf("it asks %q", r.texts())
	}
	r.tapButton("Copy Secret")
	if r.clip.secret.Reveal() != secret {
		t.Error("the secret is not copied")
	}
}

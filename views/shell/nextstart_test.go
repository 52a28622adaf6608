package shell

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"accesskeys/app/keyring"
	"accesskeys/app/settings"
	"accesskeys/client/demo"
)

func TestAccountTabSaysWhatTheNextStartAsksFor(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	saysAtNextStart := func(want string) {
		t.Helper()
		test.Tap(r.tab("Account"))
		if !r.tabReads(want) {
			t.Errorf("it does not say %q", want)
		}
	}
	saysAtNextStart("Signs in automatically")
	r.setPIN("2468")
	saysAtNextStart("Asks for the PIN, then signs in")
	r.showPreferences()
	r.typeInto(r.secretField("Current PIN"), "2468")
	test.Tap(r.button("Remove PIN"))
	saysAtNextStart("Signs in automatically")
}

func TestAccountTabSaysInChineseThatTheNextStartAsksForThePIN(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.setPIN("2468")
	r.retranslate(settings.LanguageChinese)
	test.Tap(r.tab("个人账户"))
	if !r.tabReads("要求输入 PIN，然后登录") {
		t.Errorf("it says %q", r.texts())
	}
}

func TestAccountThatIsNotSavedIsAskedForAtTheNextStart(t *testing.T) {
	r := pinOfOthersRig(t)
	test.Tap(r.tab("Account"))
	if !r.tabReads("Asks you to sign in") {
		t.Errorf("it says %q", r.texts())
	}
}

// The keyring can go away while the user is signed in, and come back.
func TestAccountTabSaysWhatTheNextStartDoesWithoutTheKeyring(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	says := func(want string, err error) {
		t.Helper()
		r.store.err = err
		r.showPreferences()
		test.Tap(r.tab("Account"))
		if !r.tabReads(want) {
			t.Errorf("it says %q", r.texts())
		}
	}
	says("Signs in automatically", nil)
	says("Asks you to sign in", &keyring.Error{Kind: keyring.Missing})
	says("Signs in automatically", &keyring.Error{Kind: keyring.Locked})
	r.store.err = nil
	r.setPIN("2468")
	says("Asks for the PIN, then signs in", nil)
	says("Asks you to sign in", &keyring.Error{Kind: keyring.Missing})
}

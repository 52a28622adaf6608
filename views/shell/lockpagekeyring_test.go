package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keyring"
	"accesskeys/client/demo"
	"accesskeys/views/lockpage"
)

func TestSecretUnlocksInPlaceOfAKeyringThatFails(t *testing.T) {
	for kind, want := range map[keyring.Kind]struct{ notice, how string }{
		keyring.Missing: {"Not unlocked: no keyring found.", "to unlock. Or start the keyring and try again."},
		keyring.Refused: {"Not unlocked: the keyring is locked.", "Unlock the keyring and try again, or type the secret of "},
		keyring.Timeout: {"The keyring didn't answer. It may be waiting for its password.", "Unlock the keyring and try again, or type the secret of "},
	} {
		for _, pin := range []string{"", "2468"} {
			r := signedOutRig(t, demo.Options{})
			r.signIn()
			if pin != "" {
				r.setPIN(pin)
			}
			r.lock()
			r.store.err = &keyring.Error{Kind: kind}
			if pin != "" {
				r.typeInto(r.lockPage().entry(), "1357")
				r.press(fyne.KeyReturn)
				if r.lockPage().kind() != lockpage.UnlockPIN {
					t.Fatal("a wrong PIN leads to the secret")
				}
				r.untilTried()
				r.typeInto(r.lockPage().entry(), pin)
			}
			r.press(fyne.KeyReturn)
			page := r.lockPage()
			if page.kind() != lockpage.UnlockSecret || page.notice().Text != want.notice || !r.reads(want.how) {
				t.Errorf("%s: it shows %q", kind, r.texts())
			}
			if onField := r.canvas().Focused() == fyne.Focusable(page.entry()); onField != (kind == keyring.Missing) {
				t.Errorf("%s: the keyboard is on the field: %v", kind, onField)
			}
			r.typeInto(page.entry(), "wrong")
			r.press(fyne.KeyReturn)
			if !r.locked() || !strings.HasPrefix(page.notice().Text, "That is not the secret of ") {
				t.Errorf("%s: with a wrong secret, it says %q", kind, page.notice().Text)
			}
			r.typeInto(page.entry(), r.server.Credentials().Secret.Reveal())
			r.press(fyne.KeyReturn)
			if r.locked() || !r.listShown() {
				t.Errorf("%s: the secret does not unlock: %q", kind, page.notice().Text)
			}
		}
	}
}

// enterPINWithoutKeyring sets a PIN, locks the window, and enters the PIN while the keyring is missing. It returns the page
// that asked for the PIN.
func (r *rig) enterPINWithoutKeyring() (asked lockPage) {
	r.t.Helper()
	r.setPIN("2468")
	r.lock()
	r.store.err = &keyring.Error{Kind: keyring.Missing}
	asked = r.lockPage()
	r.typeInto(asked.entry(), "2468")
	r.press(fyne.KeyReturn)
	return asked
}

func TestKeyringThatFailedIsAskedAgain(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.lock()
	r.store.err = &keyring.Error{Kind: keyring.Missing}
	r.press(fyne.KeyReturn)
	r.tapButton("Try Saved Key Again")
	if !r.locked() || r.lockPage().kind() != lockpage.UnlockSecret {
		t.Error("without a keyring, it unlocks")
	}
	r.store.err = nil
	r.tapButton("Try Saved Key Again")
	if r.locked() {
		t.Errorf("it says %q", r.texts())
	}
	r.enterPINWithoutKeyring()
	r.store.err = nil
	r.tapButton("Try Saved Key Again")
	if !r.locked() || r.lockPage().kind() != lockpage.UnlockPIN {
		t.Error("the keyring unlocks without the PIN")
	}
}

func TestLockedAgainThePINIsAskedForBeforeTheSecret(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.enterPINWithoutKeyring()
	if !r.hasButton("Try Saved Key Again") {
		t.Fatalf("it shows %q", r.texts())
	}
	r.typeInto(r.lockPage().entry(), "half a secret")
	r.lock()
	if r.hasButton("Try Saved Key Again") || !r.reads("Type your PIN or passphrase.") || !r.lockPage().entry().IsEmpty() {
		t.Errorf("it shows %q", r.texts())
	}
}

func TestLockedAgainWhileASecretIsTriedTheSessionStaysLocked(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.enterPINWithoutKeyring()
	r.typeInto(r.lockPage().entry(), r.server.Credentials().Secret.Reveal())
	unlock := r.late(func() { r.press(fyne.KeyReturn) })
	r.lock()
	unlock()
	if !r.locked() || r.lockPage().kind() != lockpage.UnlockPIN || !isLeft(t, r.session()) {
		t.Errorf("it shows %q, and its secret is in memory: %v", r.texts(), !isLeft(t, r.session()))
	}
}

func TestLockPageThatIsReplacedKeepsNothingTyped(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	asksPIN := r.enterPINWithoutKeyring()
	asksSecret := r.lockPage()
	r.typeInto(asksSecret.entry(), "half a secret")
	r.tapButton("Try Saved Key Again")
	if !asksPIN.entry().IsEmpty() || !asksSecret.entry().IsEmpty() {
		t.Error("what was typed stays in memory")
	}
}

// TestKeyringIsNotAskedWhileASecretIsTried checks that a secret that turns out to be wrong locks no session that the keyring
// has unlocked meanwhile.
func TestKeyringIsNotAskedWhileASecretIsTried(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.lock()
	r.store.err = &keyring.Error{Kind: keyring.Missing}
	r.press(fyne.KeyReturn)
	r.store.err = nil
	r.typeInto(r.lockPage().entry(), "wrong")
	r.hold = true
	r.press(fyne.KeyReturn)
	page := r.lockPage()
	r.tapButton("Try Saved Key Again")
	if r.lockPage() != page || !page.busy() {
		t.Error("the keyring is asked too")
	}
	r.release()
	r.tapButton("Try Saved Key Again")
	if r.locked() {
		t.Errorf("it says %q", r.texts())
	}
}

// A keyring that has answered before was said not to exist.
func TestTheFormSaysOnceThatTheKeyringIsGone(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.store.err = &keyring.Error{Kind: keyring.Missing}
	r = r.restarted()
	if said := r.signInForm().notice().Text; said != "Your saved key couldn't be read. Start the keyring and try again, or sign in here." || !r.reads("No keyring found.") {
		t.Errorf("it says %q", said)
	}
	r.store.err = nil
	r.tapButton("Try Saved Key Again")
	if !r.signedIn() {
		t.Errorf("with the keyring back, it shows %q", r.texts())
	}
}

package shell

import (
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"accesskeys/app/keyring"
	"accesskeys/app/pin"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/lockpage"
)

func TestPINUnlocks(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.setPIN("2468")
	r.lock()
	r.typeInto(r.lockPage().entry(), "1357")
	r.press(fyne.KeyReturn)
	if !r.locked() || !r.lockPage().entry().IsEmpty() {
		t.Error("a wrong PIN unlocks, or stays there to be read")
	}
	r.untilTried()
	r.typeInto(r.lockPage().entry(), "2468")
	r.press(fyne.KeyReturn)
	if r.locked() {
		t.Errorf("with the PIN it says %q", r.lockPage().notice().Text)
	}
}

func TestWrongPINsCountDown(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.setPIN("2468")
	r.lock()
	cover := r.lockPage()
	cover.hold(2500*time.Millisecond, "Wrong PIN.")
	r.typeInto(cover.entry(), "1357")
	r.press(fyne.KeyReturn)
	r.typeInto(cover.entry(), "24") // in place of what came too early
	for _, want := range []string{"Wrong PIN. Try again in 3 s.", "Wrong PIN. Try again in 2 s.", "Wrong PIN. Try again in 1 s."} {
		if got := cover.notice().Text; got != want || !cover.submit().Disabled() || cover.busy() {
			t.Errorf("it says %q, want %q, and Unlock waits: %v", got, want, cover.submit().Disabled())
		}
		r.pass(time.Second)
	}
	if got := cover.notice().Text; got != "You can try again now." || cover.notice().Importance != widget.MediumImportance {
		t.Errorf("afterwards it says %q with importance %v", got, cover.notice().Importance)
	}
	r.typeInto(cover.entry(), "68") // after what was typed meanwhile
	r.press(fyne.KeyReturn)
	if r.locked() {
		t.Errorf("then the PIN does not unlock: %q", cover.notice().Text)
	}
}

func TestWaitAfterWrongPINsGoesOnAtTheNextStart(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.setPIN("2468")
	r.countPINs(10)
	next := r.restarted()
	if got := next.lockPage().notice().Text; !strings.HasPrefix(got, "Wrong PIN. Try again in ") || !next.lockPage().submit().Disabled() {
		t.Errorf("it says %q", got)
	}
	next.pass(512 * time.Second)
	if got := next.lockPage().notice().Text; got != "Wrong PIN. You can try again now." || next.lockPage().submit().Disabled() {
		t.Errorf("afterwards it says %q", got)
	}
}

func TestWhyThePINDidNotUnlockStaysUntilTheNextIsTyped(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.setPIN("2468")
	r.lock()
	for i := range 2 {
		r.typeInto(r.lockPage().entry(), "1111")
		r.press(fyne.KeyReturn)
		for !r.lockPage().notice().Visible() || r.lockPage().submit().Disabled() {
			r.pass(time.Second)
		}
		r.pass(time.Minute)
		if got := r.lockPage().notice(); !got.Visible() || !strings.Contains(got.Text, "Wrong PIN") {
			t.Errorf("a minute after wrong PIN %d, it says %q", i+1, got.Text)
		}
		r.typeInto(r.lockPage().entry(), "2")
		if got := r.lockPage().notice(); got.Visible() {
			t.Errorf("while the next is typed, it says %q", got.Text)
		}
		r.lockPage().entry().Clear()
	}
}

func TestPINIsAskedForAtTheStart(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.setPIN("2468")

	before := r.requests()
	next := r.restarted()
	if !next.locked() || next.signedIn() || r.requests() != before {
		t.Fatal("the window did not open locked")
	}
	next.typeInto(next.lockPage().entry(), "2468")
	next.press(fyne.KeyReturn)
	if next.locked() || !next.listShown() || len(next.listed()) == 0 {
		t.Error("the right PIN did not open the list")
	}

	refused := r.restarting()
	refused.store.err = &keyring.Error{Kind: keyring.Refused}
	refused.start()
	refused.pass(time.Minute)
	refused.typeInto(refused.lockPage().entry(), "2468")
	refused.press(fyne.KeyReturn)
	refused.store.err = nil
	refused.askKeyringAgain()
	if !refused.locked() {
		t.Error("the keyring can be asked again without the PIN")
	}

	forgotten := r.restarted()
	forgotten.askLogOut()
	forgotten.answerDialog()
	if forgotten.locked() || !forgotten.signInShown() || forgotten.app.PIN.IsSet() || len(forgotten.store.secrets) != 0 {
		t.Error("logging out did not help who forgot the PIN")
	}
}

func TestEnterLeadsThroughTheFormForAPIN(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.showPreferences()
	r.typeInto(r.secretField("New PIN or passphrase"), "2468")
	r.press(fyne.KeyReturn)
	again := r.secretField("Repeat PIN")
	if at := r.canvas().Focused(); at != fyne.Focusable(again) || slices.Contains(r.texts(), "The PINs don't match.") {
		t.Fatalf("the keyboard is on %T, and it says %q", at, r.texts())
	}
	r.typeInto(again, "2468")
	r.press(fyne.KeyReturn)
	if at := r.canvas().Focused(); !r.app.PIN.IsSet() || at != fyne.Focusable(r.button("Change PIN")) {
		t.Errorf("once the PIN is set, the keyboard is on %T", at)
	}
}

func TestPINThatWasJustSetIsAskedFor(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.typeNewPIN("2468")
	r.hold = true
	r.press(fyne.KeyReturn)
	r.lock() // before the PIN is set
	r.release()
	if !r.locked() || r.lockPage().kind() != lockpage.UnlockPIN {
		t.Error("the PIN is not asked for")
	}
}

func TestPINThatIsBeingSetAtALogOutIsNot(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.typeNewPIN("2468")
	r.hold = true
	r.press(fyne.KeyReturn)
	late := r.held
	r.held, r.hold = nil, false
	r.logOut(true)
	for _, work := range late {
		work()
	}
	if r.app.PIN.IsSet() {
		t.Error("logged out, a PIN is asked for")
	}
}

// Each window knows what the settings were when it opened.
func TestPINOfAnotherProcessIsAskedFor(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.lock()
	log := slog.New(slog.DiscardHandler)
	other := pin.New(settings.Open(filepath.Join(r.dir, "settings.json"), log), log, time.Now)
	if err := other.Set(client.Secret{}, client.NewSecret("2468"), func() error { return nil }); err != nil {
		t.Fatal(err)
	}
	r.unlock(client.Secret{})
	if !r.locked() || r.lockPage().kind() != lockpage.UnlockPIN {
		t.Fatal("the window does not ask for the PIN")
	}
	r.unlock(client.NewSecret("2468"))
	if r.locked() {
		t.Error("not unlocked with the PIN")
	}
}

func TestAClickBesideTheLockPageLeavesTheKeyboardThere(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.setPIN("2468")
	r.lock()
	ground := onScreen(r, "the ground", func(*dialog.FocusGround) bool { return true })
	ground.MouseDown(nil)
	r.canvas().Unfocus() // as the toolkit does
	ground.Tapped(nil)
	if r.canvas().Focused() != fyne.Focusable(r.lockPage().entry()) {
		t.Errorf("the keyboard is on %T", r.canvas().Focused())
	}
}

// unkeptRig returns a rig whose sign-in is not in a keyring: the user did not want that, or there is none.
func unkeptRig(t *testing.T, hasKeyring bool) *rig {
	t.Helper()
	r := signedOutRig(t, demo.Options{})
	if !hasKeyring {
		r.store.err = &keyring.Error{Kind: keyring.Missing}
	}
	form := r.form()
	form.keep().SetChecked(false)
	r.signInTo(r.server.URL())
	return r
}

func TestNoPINIsOfferedThatWouldNotUnlock(t *testing.T) {
	for name, tt := range map[string]struct {
		keyring bool
		advice  string
	}{
		"not kept":   {true, "To use a PIN, log out, then sign in with “Keep me signed in” ticked."},
		"no keyring": {false, "This computer has no keyring to save it in."},
	} {
		t.Run(name, func(t *testing.T) {
			r := unkeptRig(t, tt.keyring)
			r.showPreferences()
			for _, e := range r.pinFields() {
				if r.onPage(e) {
					t.Errorf("it asks for %q", e.Name)
				}
			}
			if !r.tabReads("unlocking asks for its secret, not for a PIN. "+tt.advice) || r.tabReads("anyone at this computer") {
				t.Errorf("it says %q", r.texts())
			}
			r.lock()
			for _, stop := range r.tabStops() {
				if b, ok := stop.(*control.Button); ok && b.Text == "Set a PIN…" {
					t.Error("the lock page offers a PIN")
				}
			}
			r.typeInto(r.lockPage().entry(), r.server.Credentials().Secret.Reveal())
			r.press(fyne.KeyReturn)
			if r.locked() {
				t.Errorf("the secret does not unlock: %q", r.lockPage().notice().Text)
			}
		})
	}
}

func TestPINIsOfferedOnceTheSignInIsSaved(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	creds := r.server.Credentials()
	form.fill(r.server.URL(), creds.KeyID, creds.Secret.Reveal())
	start := r.tasks().Start
	var saving []func() // what comes after signing in
	r.tasks().Start = func(work func()) {
		if r.signedIn() {
			saving = append(saving, work)
			return
		}
		start(work)
	}
	form.signIn()
	r.tasks().Start = start
	r.showPreferences()
	if !r.tabReads("unlocking asks for its secret") {
		t.Fatalf("before it is saved, it says %q", r.texts())
	}
	for _, work := range saving {
		work()
	}
	r.typeInto(r.secretField("New PIN or passphrase"), "2468")
	if !r.tabReads("If your keyring is unlocked") {
		t.Errorf("once it is saved, it says %q", r.texts())
	}
}

// The PIN is for all accounts, but unlocks only those whose sign-in is in the keyring.
func TestPINOfAnotherAccountDoesNotPromiseToUnlock(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.setPIN("1234")
	r.openKeys()
	id := r.chooseEnabled()
	r.chooseAvatar("Add Account…")
	form := r.signInForm()
	form.keep().SetChecked(false)
	form.fill(r.at(1).URL(), id, r.at(1).SecretOf(id).Reveal())
	form.signIn()
	r.showPreferences()
	if !r.tabReads("not for a PIN. The PIN is for accounts whose sign-in is saved.") {
		t.Errorf("it says %q", r.texts())
	}
	r.button("Remove PIN")
	r.lock()
	if r.lockPage().kind() != lockpage.UnlockSecret || !r.reads("It isn't saved on this computer. Your PIN doesn't unlock it.") {
		t.Errorf("locked, it says %q", r.texts())
	}
}

func TestDemoDoesNotSpeakOfAKeyringWithoutPIN(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.showPreferences()
	if !r.tabReads("No PIN set. Anyone at this computer can open the window.") {
		t.Errorf("it says %q", r.texts())
	}
}

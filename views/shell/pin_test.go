package shell

import (
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keyring"
	"accesskeys/app/pin"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
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

// heldRig returns a window that is locked with the PIN 2468, and its lock page, which has the user wait after a wrong PIN.
func heldRig(t *testing.T, wait time.Duration) (*rig, lockPage) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.setPIN("2468")
	r.lock()
	cover := r.lockPage()
	cover.hold(wait, "Wrong PIN.")
	return r, cover
}

func TestWrongPINsCountDown(t *testing.T) {
	r, cover := heldRig(t, 2500*time.Millisecond)
	r.typeInto(cover.entry(), "1357")
	r.press(fyne.KeyReturn)
	r.typeInto(cover.entry(), "24") // in place of what came too early
	for _, want := range []string{"Wrong PIN. Try again in 3 s.", "Wrong PIN. Try again in 2 s.", "Wrong PIN. Try again in 1 s."} {
		if got := cover.notice().Text; got != want || !cover.submit().Disabled() || cover.busy() {
			t.Errorf("it says %q, want %q, and Unlock waits: %v", got, want, cover.submit().Disabled())
		}
		r.pass(time.Second)
	}
	if got := cover.notice(); got.Visible() {
		t.Errorf("afterwards it says %q", got.Text)
	}
	r.typeInto(cover.entry(), "68") // after what was typed meanwhile
	r.press(fyne.KeyReturn)
	if r.locked() {
		t.Errorf("then the PIN does not unlock: %q", cover.notice().Text)
	}
}

func TestAPINEnteredDuringTheWaitStaysAndIsNotTriedByItself(t *testing.T) {
	r, cover := heldRig(t, 2*time.Second)
	r.typeInto(cover.entry(), "2468")
	r.press(fyne.KeyReturn)
	if r.pass(3 * time.Second); !r.locked() || cover.submit().Disabled() || cover.notice().Visible() {
		t.Fatalf("after the wait it says %q", cover.notice().Text)
	}
	r.press(fyne.KeyReturn)
	if r.locked() {
		t.Errorf("with the PIN it says %q", cover.notice().Text)
	}
}

func TestAPINTypedAfterAWrongOneIsWhole(t *testing.T) {
	r, cover := heldRig(t, 0)
	r.typeInto(cover.entry(), "1357")
	r.press(fyne.KeyReturn)
	if got := cover.notice().Text; !strings.HasPrefix(got, "Wrong PIN.") || !cover.entry().IsEmpty() {
		t.Fatalf("it says %q", got)
	}
	r.untilTried()
	r.typeInto(cover.entry(), "2468")
	r.press(fyne.KeyReturn)
	if r.locked() {
		t.Errorf("with the PIN it says %q", cover.notice().Text)
	}
}

func TestAPINTypedWhileAWrongOneIsCheckedStays(t *testing.T) {
	r, cover := heldRig(t, 0)
	r.typeInto(cover.entry(), "1357")
	r.hold = true
	r.press(fyne.KeyReturn)
	r.typeInto(cover.entry(), "24")
	r.release()
	r.untilTried()
	if !r.locked() {
		t.Fatal("a wrong PIN unlocks")
	}
	r.typeInto(cover.entry(), "68")
	r.press(fyne.KeyReturn)
	if r.locked() {
		t.Errorf("with the PIN it says %q", cover.notice().Text)
	}
}

func TestAClickOnUnlockDuringTheWaitLeavesTheKeyboardInTheField(t *testing.T) {
	r, cover := heldRig(t, 2*time.Second)
	r.typeInto(cover.entry(), "24")
	r.clickAt(middle(cover.submit()))
	if r.canvas().Focused() != fyne.Focusable(cover.entry()) || cover.entry().Secret().Reveal() != "24" {
		t.Errorf("the keyboard is on %T", r.canvas().Focused())
	}
}

func TestTheWindowDoesNotOpenByItselfAfterALongWait(t *testing.T) {
	r, cover := heldRig(t, time.Minute)
	r.typeInto(cover.entry(), "2468")
	r.press(fyne.KeyReturn)
	if r.pass(2 * time.Minute); !r.locked() {
		t.Error("it has opened")
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

func TestLockPageHelpsWhoHasForgottenThePIN(t *testing.T) {
	const help = "If you forgot it, log out and sign in again with the access key's secret."
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.setPIN("2468")
	r.lock()
	if r.reads("forgot") {
		t.Error("before a PIN was wrong, it speaks of a forgotten one")
	}
	r.typeInto(r.lockPage().entry(), "1357")
	r.press(fyne.KeyReturn)
	if !r.reads(help) {
		t.Errorf("after a wrong PIN it says %q", r.texts())
	}
	next := r.restarted()
	if !next.reads(help) {
		t.Errorf("at the next start, before another PIN may be tried, it says %q", next.texts())
	}
	r.untilTried()
	r.typeInto(r.lockPage().entry(), "2468")
	if !r.reads(help) {
		t.Error("it is gone once the next PIN is typed")
	}
	r.press(fyne.KeyReturn)
	r.lock()
	if r.reads("forgot") {
		t.Error("after the right PIN, it still speaks of a forgotten one")
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

package shell

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/app/keyring"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/text"
	"accesskeys/views/lockpage"
)

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

func TestEnterSaysWhichPINIsMissing(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.showPreferences()
	asked := func(says, name string) {
		t.Helper()
		if at := r.canvas().Focused(); !r.tabReads(says) || at != fyne.Focusable(r.secretField(name)) {
			t.Errorf("it does not say %q, or the keyboard is on another field: %T", says, at)
		}
	}
	r.typeInto(r.secretField("Repeat PIN"), "2468")
	r.press(fyne.KeyReturn)
	asked("Type the new PIN.", "New PIN or passphrase")
	r.setPIN("2468")
	r.typeInto(r.secretField("Repeat PIN"), "1357")
	r.press(fyne.KeyReturn)
	asked("Type the current PIN.", "Current PIN")
}

func TestAClickThatMeetsAMistakeLeadsToTheField(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.showPreferences()
	click := func(label, says string, want func() fyne.Focusable) {
		t.Helper()
		r.clickAt(middle(r.button(label)))
		if at := r.canvas().Focused(); at != want() || !r.reads(says) {
			t.Errorf("it does not say %q, or the keyboard is on another field: %T", says, at)
		}
	}
	field := func(name string) func() fyne.Focusable {
		return func() fyne.Focusable { return r.secretField(name) }
	}
	r.typeInto(r.secretField("New PIN or passphrase"), "2468")
	r.typeInto(r.secretField("Repeat PIN"), "1357")
	click("Set PIN", "The PINs don't match.", field("Repeat PIN"))
	r.typeOn("2468")
	click("Set PIN", "PIN set", func() fyne.Focusable { return r.button("Change PIN") })
	click("Change PIN", "Type the current PIN.", field("Current PIN"))
	r.typeOn("1357")
	click("Remove PIN", "The current PIN is wrong.", field("Current PIN"))
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
		"not kept":   {true, "unlocking asks for its secret, not for a PIN. To use a PIN, log out, then sign in with “Keep me signed in” ticked."},
		"no keyring": {false, "No keyring found, so unlocking asks for the secret of your access key, not for a PIN."},
	} {
		t.Run(name, func(t *testing.T) {
			r := unkeptRig(t, tt.keyring)
			r.showPreferences()
			for _, e := range r.pinFields() {
				if r.onPage(e) {
					t.Errorf("it asks for %q", e.Name)
				}
			}
			if !r.tabReads(tt.advice) || r.tabReads("anyone at this computer") {
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

func TestNoPINIsOfferedWhileTheKeyringIsGone(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	offers := func(want bool) {
		t.Helper()
		for _, e := range r.pinFields() {
			if e.Name != "Current PIN" && r.onPage(e) != want {
				t.Errorf("it asks for %q: %t", e.Name, !want)
			}
		}
		if r.tabReads("No keyring found, so unlocking asks for the secret of your access key, not for a PIN.") == want {
			t.Errorf("it says %q", r.texts())
		}
	}
	r.showPreferences()
	offers(true)
	r.typeNewPIN("2468")
	r.store.err = &keyring.Error{Kind: keyring.Missing} // it goes away while the user types
	r.press(fyne.KeyReturn)
	if r.app.PIN.IsSet() || r.canvas().Focused() != nil {
		t.Errorf("a PIN is set: %t; the keyboard is on %T", r.app.PIN.IsSet(), r.canvas().Focused())
	}
	offers(false)
	test.Tap(r.tab("Account"))
	r.showPreferences()
	offers(false)
	r.store.err = nil
	test.Tap(r.tab("Account"))
	r.showPreferences()
	r.setPIN("2468") // which takes fields
	r.store.err = &keyring.Error{Kind: keyring.Missing}
	test.Tap(r.tab("Account"))
	r.showPreferences()
	r.button("Remove PIN")
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

// pinOfOthersRig returns a rig with a PIN for saved accounts, that shows Preferences in an account that is not saved.
func pinOfOthersRig(t *testing.T) *rig {
	t.Helper()
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
	return r
}

func TestKeyboardIsNotLeftOnAHiddenButtonOnceThePINIsRemoved(t *testing.T) {
	r := pinOfOthersRig(t)
	r.typeInto(r.secretField("Current PIN"), "1234")
	remove := r.button("Remove PIN")
	r.canvas().Focus(remove)
	test.Tap(remove)
	if r.app.PIN.IsSet() {
		t.Fatal("the PIN is still set")
	}
	if at := r.canvas().Focused(); at != nil {
		t.Errorf("the keyboard is at %T", at)
	}
}

// The PIN is for all accounts, but unlocks only those whose sign-in is in the keyring.
func TestPINOfAnotherAccountDoesNotPromiseToUnlock(t *testing.T) {
	r := pinOfOthersRig(t)
	if !r.tabReads("not for a PIN. The PIN is for accounts whose sign-in is saved.") {
		t.Errorf("it says %q", r.texts())
	}
	r.button("Remove PIN")
	r.lock()
	if r.lockPage().kind() != lockpage.UnlockSecret || !r.reads("It isn't saved on this computer. Your PIN doesn't unlock this account.") {
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

func TestFormForAPINLeadsToTheFieldThatIsWrong(t *testing.T) {
	const current, fresh, again = "Current PIN", "New PIN or passphrase", "Repeat PIN"
	for name, tt := range map[string]struct {
		typed  map[string]string
		says   string
		asks   string // the field that has the keyboard then
		button string // what is pressed; "" is Enter in the last field
	}{
		"wrong PIN":       {map[string]string{current: "0000", fresh: "1357", again: "1357"}, "The current PIN is wrong.", current, ""},
		"wrong to remove": {map[string]string{current: "0000"}, "The current PIN is wrong.", current, "Remove PIN"},
		"no PIN":          {map[string]string{fresh: "1357", again: "1357"}, "Type the current PIN.", current, "Change PIN"},
		"short":           {map[string]string{current: "2468", fresh: "13", again: "13"}, "Use at least 4 characters for the PIN.", fresh, ""},
		"two PINs":        {map[string]string{current: "2468", fresh: "1357", again: "7531"}, "The PINs don't match.", again, "Change PIN"},
	} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			r.signIn()
			r.setPIN("2468")
			for _, field := range []string{current, fresh, again} {
				r.typeInto(r.secretField(field), tt.typed[field])
			}
			if tt.button == "" {
				r.press(fyne.KeyReturn)
			} else {
				r.canvas().Focus(r.button(tt.button))
				r.press(fyne.KeySpace)
			}
			if at := r.canvas().Focused(); at != fyne.Focusable(r.secretField(tt.asks)) || !r.tabReads(tt.says) {
				t.Fatalf("the keyboard is on %v, and it says %q", at.(fyne.Accessible).AccessibilityLabel(), r.texts())
			}
			if tt.asks != current && r.secretField(current).IsEmpty() {
				t.Error("the current PIN, which was right, has to be typed again")
			}
		})
	}
}

func TestWaitAfterAWrongCurrentPINKeepsWhatWasTyped(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.setPIN("2468")
	r.countPINs(3)
	r.typeNewPIN("1357")
	r.typeInto(r.secretField("Current PIN"), "2468")
	r.press(fyne.KeyReturn)
	if !r.tabReads("The current PIN was wrong. Try again in 4 s.") || r.secretField("Current PIN").IsEmpty() {
		t.Fatalf("it says %q", r.texts())
	}
	r.pass(4 * time.Second)
	r.press(fyne.KeyReturn)
	r.tells("PIN changed")
}

func TestWrongCurrentPINDoesNotTakeTheKeyboardFromAnotherPage(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.setPIN("2468")
	r.typeNewPIN("1357")
	r.typeInto(r.secretField("Current PIN"), "0000")
	r.hold = true
	r.press(fyne.KeyReturn)
	r.lock()
	r.release()
	if r.canvas().Focused() != fyne.Focusable(r.lockPage().entry()) {
		t.Errorf("the keyboard is on %T", r.canvas().Focused())
	}
}

func TestEscapeEmptiesTheWholeFormForAPIN(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.setSize(fyne.NewSize(1221, 740))
	r.typeNewPIN("24")
	r.press(fyne.KeyReturn)
	const short = "Use at least 4 characters for the PIN."
	if !r.tabReads(short) {
		t.Fatalf("it says %q", r.texts())
	}
	r.press(fyne.KeyEscape)
	if !r.secretField("New PIN or passphrase").IsEmpty() || !r.secretField("Repeat PIN").IsEmpty() || r.tabReads(short) || r.tabShown() != "Preferences" {
		t.Errorf("after Escape, it says %q", r.texts())
	}
}

func TestWhatIsWrongWithAPINPushesNothingOutOfSight(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.setSize(fyne.NewSize(1221, 740))
	r.showPreferences()
	for name, change := range map[string]struct{ pin, again string }{"short": {"12", "12"}, "two PINs": {"12", "13"}} {
		r.preferencesPage().Pin.Clear()
		r.typeInto(r.secretField("New PIN or passphrase"), change.pin)
		r.typeInto(r.secretField("Repeat PIN"), change.again)
		r.press(fyne.KeyReturn)
		r.content().Refresh()
		state := onScreen(r, "state", func(l *text.Wrapped) bool { return strings.HasPrefix(l.Text, "No PIN set.") })
		tab := r.tabScroll()
		if end := below(tab, state) + state.Size().Height; end > tab.Scroll.Offset.Y+tab.Scroll.Size().Height {
			t.Errorf("%s: the text ends at %v, in sight is %v from %v", name, end, tab.Scroll.Size().Height, tab.Scroll.Offset.Y)
		}
	}
}

func TestPINThatWasNotChangedIsSaidToAUserWhoHasGoneOn(t *testing.T) {
	for name, do := range map[string]struct{ goOn, comeBack func(*rig) }{
		"stays":       {func(*rig) {}, func(*rig) {}},
		"another tab": {(*rig).openKeys, func(*rig) {}},
		"a lock":      {(*rig).lock, func(r *rig) { r.unlock(client.NewSecret("1234")) }},
	} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			r.signIn()
			r.setPIN("1234")
			r.toastsGone()
			r.typeNewPIN("2468")
			r.typeInto(r.secretField("Current PIN"), "9999")
			checked := r.late(func() { r.press(fyne.KeyReturn) })
			do.goOn(r)
			checked()
			r.pass(time.Second)
			do.comeBack(r)
			if name == "stays" {
				if said := r.said(); len(said) > 0 || !r.tabReads("The current PIN is wrong.") {
					t.Errorf("beside the form, it says %q", said)
				}
				return
			}
			r.wantSaid("The PIN was not changed. The current PIN is wrong.")
		})
	}
}

func TestPINIsSaidToAUserWhoHasGoneToAnotherAccount(t *testing.T) {
	r := newAccountsRig(t, 2)
	leaveWhileHashing := func() {
		hash := r.late(func() { r.press(fyne.KeyReturn) })
		r.goTo(0)
		hash()
		if !r.onAccount(0) {
			t.Fatalf("it shows %q", r.texts())
		}
	}
	r.typeNewPIN("1234")
	leaveWhileHashing()
	r.wantSaid("PIN set")
	r.goTo(1)
	r.typeNewPIN("5678")
	r.typeInto(r.secretField("Current PIN"), "4321")
	leaveWhileHashing()
	r.wantSaid("The PIN was not changed. The current PIN is wrong.")
}

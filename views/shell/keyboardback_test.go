package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"accesskeys/client/demo"
	"accesskeys/views/keyshortcuts"
	"accesskeys/views/kit/press"
	"accesskeys/views/topbar"
)

// clickOn clicks on a button as the toolkit does, which takes the keyboard from what has it.
func clickOn(r *rig, label string) {
	r.t.Helper()
	b := r.button(label)
	r.canvas().Unfocus()
	test.Tap(b)
	if !r.dialogOpen() {
		r.t.Fatalf("%s opens nothing", label)
	}
}

func TestCancelledDialogGivesTheKeyboardBackToTheLockPage(t *testing.T) {
	lockedRigs := map[string]func() *rig{
		"one account": func() *rig {
			r := signedOutRig(t, demo.Options{})
			r.signIn()
			return r
		},
		"several accounts": func() *rig { return newAccountsRig(t, 2) },
	}
	for name, open := range lockedRigs {
		t.Run(name, func(t *testing.T) {
			r := open()
			r.setPIN("1234")
			r.lock()
			for how, cancel := range map[string]func(){
				"Esc":    func() { r.press(fyne.KeyEscape) },
				"Cancel": func() { r.tapButton("Cancel") },
			} {
				clickOn(r, "Log Out…")
				cancel()
				if r.dialogOpen() || r.canvas().Focused() != fyne.Focusable(r.lockPage().entry()) {
					t.Errorf("%s: the keyboard is on %T", how, r.canvas().Focused())
				}
			}
			r.pressOn("Log Out…")
			r.press(fyne.KeyEscape)
			if r.canvas().Focused() != fyne.Focusable(r.button("Log Out…")) {
				t.Errorf("after Log Out was pressed by the keyboard, that is on %T", r.canvas().Focused())
			}
		})
	}
}

func TestClosedDialogGivesTheKeyboardBackToTheSignInForm(t *testing.T) {
	r := newAccountsRig(t, 2)
	r.chooseAvatar("Log Out…")
	r.tapButton("Log Out")
	r.goTo(1) // asks to sign in again
	for _, link := range []string{"Keyboard Shortcuts", "About", "Switch Account", "Remove Account…"} {
		clickOn(r, link)
		r.press(fyne.KeyEscape)
		if r.dialogOpen() || r.canvas().Focused() != fyne.Focusable(r.signInForm().secret()) {
			t.Errorf("%s: the keyboard is on %T", link, r.canvas().Focused())
		}
	}
	r.signInForm().advanced().Open(true)
	clickOn(r, "Browse…")
	r.press(fyne.KeyEscape)
	if r.canvas().Focused() != fyne.Focusable(r.signInForm().network().Ca) {
		t.Errorf("Browse…: the keyboard is on %T", r.canvas().Focused())
	}
}

func TestDialogKeepsTheKeyboardWhenAnotherPageAppearsBelowIt(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.lock()
	unlock := r.late(func() { r.press(fyne.KeyReturn) })
	r.pressOn("Log Out…")
	unlock()
	if r.locked() || r.canvas().Focused() != fyne.Focusable(r.button("Cancel")) {
		t.Fatalf("locked: %v, the keyboard is on %s", r.locked(), describe(r.canvas().Focused()))
	}
	r.press(fyne.KeyEscape)
	if r.canvas().Focused() != fyne.Focusable(r.list()) {
		t.Errorf("after Esc, the keyboard is on %T", r.canvas().Focused())
	}
}

func TestEscGivesTheKeyboardToTheListFromTheButtonThatClearsTheFilter(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.typeInto(r.filter(), "no such thing")
	r.canvas().Focus(r.button("Clear Filter"))
	r.press(fyne.KeyEscape)
	if len(r.listed()) == 0 || r.canvas().Focused() != fyne.Focusable(r.list()) {
		t.Errorf("%d keys are listed, the keyboard is on %T", len(r.listed()), r.canvas().Focused())
	}
}

func TestKeyboardLeavesAMessageThatAnotherReplaces(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.resize(fyne.NewSize(480, 360), 1) // where there is room for one
	for name, next := range map[string]func(){
		"of the same subject": func() { r.shortcut(topbar.ShortcutClear()) },
		"of another":          func() { r.tellDone("a"); r.tellDone("b"); r.tellDone("c") },
		"that matters more":   func() { r.tellError("It failed.") },
	} {
		r.chooseEnabled()
		r.shortcut(keyshortcuts.CopyID())
		r.canvas().Focus(r.messages()[len(r.messages())-1].dismiss)
		next()
		if !press.IsVisible(r.canvas().Focused()) {
			t.Errorf("%s: the keyboard is on %s", name, describe(r.canvas().Focused()))
		}
		r.toastsGone()
	}
}

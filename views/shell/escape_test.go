package shell

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
)

func TestEscapeEndsASignIn(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	r.hold = true
	r.signInTo(r.server.URL())
	r.press(fyne.KeyEscape)
	r.release()
	if r.signedIn() || form.notice().Visible() {
		t.Errorf("signed in: %v; the form says %q: a user who cancels has made no mistake", r.signedIn(), form.notice().Text)
	}
}

func TestEscapeTakesTheMessageWithTheKeyboardAway(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.toastsGone()
	for _, message := range []string{"one", "two"} {
		r.tellError(message)
	}
	r.canvas().Focus(r.messages()[0].dismiss)
	r.press(fyne.KeyEscape)
	if !slices.Equal(r.said(), []string{"two"}) {
		t.Error("another message went")
	}
	r.press(fyne.KeyEscape)
	if len(r.said()) != 0 {
		t.Error("without the keyboard on a message, the newest stays")
	}
}

func TestEscapeLeadsBackToTheKeys(t *testing.T) {
	r := newRig(t, demo.Options{})
	for _, tab := range []int{tabAccount, tabPreferences, tabHistory} {
		r.openTab(tab)
		r.tellDone("Saved")
		r.press(fyne.KeyEscape)
		if r.keysShown() || len(r.said()) > 0 {
			t.Fatalf("tab %d: Escape did not just dismiss the message", tab)
		}
		r.press(fyne.KeyEscape)
		if !r.keysShown() || r.canvas().Focused() != fyne.Focusable(r.list()) {
			t.Errorf("tab %d: Escape did not lead to the list", tab)
		}
	}
	r.showPreferences()
	r.typeInto(r.pinFields()[1], "24")
	r.press(fyne.KeyEscape)
	if r.keysShown() || r.canvas().Focused() != fyne.Focusable(r.pinFields()[1]) || !r.pinFields()[1].IsEmpty() {
		t.Error("Escape in a field for a secret did not just empty it")
	}
	r.press(fyne.KeyEscape)
	if !r.keysShown() {
		t.Error("the next Escape did not lead to the list")
	}
}

func TestEscapeLeavesTheKeyboardToTheLockPage(t *testing.T) {
	for _, tab := range []int{tabAccount, tabPreferences, tabHistory, tabKeys} {
		r := newRig(t, demo.Options{})
		r.setPIN("2468")
		r.openTab(tab)
		r.lock()
		r.press(fyne.KeyEscape)
		if on := r.canvas().Focused(); on != fyne.Focusable(r.lockPage().entry()) {
			t.Errorf("tab %d: the keyboard is on %v", tab, on)
		}
	}
}

package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
)

func TestEscapeEndsASignIn(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	r.hold = true
	r.signInHeld()
	r.press(fyne.KeyEscape)
	r.release()
	if r.w.session.current != nil || form.Notice.Visible() || form.Server.Disabled() {
		t.Errorf("signed in: %v; the form says %q: a user who cancels has made no mistake", r.w.session.current != nil, form.Notice.Text)
	}
}

func TestEscapeTakesTheMessageWithTheKeyboardAway(t *testing.T) {
	r := newRig(t, demo.Options{})
	toasts := r.w.page.Toasts
	toasts.Clear()
	for _, message := range []string{"one", "two", "three"} {
		toasts.Error(message)
	}
	r.canvas().Focus(toasts.Shown[1].CloseButton)
	r.press(fyne.KeyEscape)
	if len(toasts.Shown) != 2 || toasts.Shown[0].Text != "one" || toasts.Shown[1].Text != "three" {
		t.Error("another message went")
	}
	r.press(fyne.KeyEscape)
	if len(toasts.Shown) != 1 || toasts.Shown[0].Text != "one" {
		t.Error("without the keyboard on a message, the newest stays")
	}
}

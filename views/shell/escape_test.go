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
	for _, message := range []string{"one", "two", "three"} {
		r.tellError(message)
	}
	r.canvas().Focus(r.messages()[1].dismiss)
	r.press(fyne.KeyEscape)
	if !slices.Equal(r.said(), []string{"one", "three"}) {
		t.Error("another message went")
	}
	r.press(fyne.KeyEscape)
	if !slices.Equal(r.said(), []string{"one"}) {
		t.Error("without the keyboard on a message, the newest stays")
	}
}

package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
)

func TestWhatIsTypedAsTheSecretIsShownOnRequest(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	eye := r.buttonWithHint("Show what was typed")
	eye.Tapped(nil)
	r.typeInto(form.secret(), "s3cret")
	shown := func() string { return control.PlainTextOf(form.secret()) }
	if !form.secret().Shown() || shown() != "s3cret" || eye.Hint != "Hide what was typed" {
		t.Errorf("it shows %q, and offers to %q", shown(), eye.Hint)
	}
	if strings.Contains(form.secret().Text, "s") {
		t.Error("the toolkit's field holds the secret")
	}
	r.lock()
	if form.secret().Shown() || shown() != "" {
		t.Errorf("after locking it shows %q", shown())
	}
}

func TestShowingWhatIsTypedMovesNothing(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	for _, size := range layoutSizes {
		r.resize(size, 1)
		form.secret().Clear()
		r.typeInto(form.secret(), strings.Repeat("s3cret", 20))
		before := map[string]fyne.Position{}
		for _, was := range r.surveyed() {
			before[was.what] = was.min
		}
		eye := r.buttonWithHint("Show what was typed")
		eye.Tapped(nil)
		r.resize(size, 1)
		for _, now := range r.surveyed() {
			if was, known := before[now.what]; known && now.min != was {
				t.Errorf("in %v, %v was at %v", size, now, was)
			}
		}
		if shown := control.PlainTextOf(form.secret()); len(shown) < 40 || !strings.HasSuffix(shown, "cret") {
			t.Errorf("in %v, it shows %q, though the cursor is at the end", size, shown)
		}
		form.secret().TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
		if shown := control.PlainTextOf(form.secret()); len(shown) < 40 || !strings.HasPrefix(shown, "s3cret") {
			t.Errorf("in %v, it shows %q, though the cursor is at the beginning", size, shown)
		}
		eye.Tapped(nil)
	}
}

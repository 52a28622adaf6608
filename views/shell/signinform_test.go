package shell

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keyring"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
)

func TestEnterPressedTwiceSignsInOnce(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	creds := r.server.Credentials()
	fill(form, r.server.URL(), creds.KeyID, creds.Secret.Reveal())
	r.canvas().Focus(form.Secret)
	r.hold = true
	r.press(fyne.KeyReturn, fyne.KeyReturn, fyne.KeySpace)
	r.release()
	if r.w.session.current == nil {
		t.Errorf("not signed in; the form says %q", form.Notice.Text)
	}
	if r.lists() != 1 {
		t.Errorf("the list was asked for %d times", r.lists())
	}
}

func TestCancellingLeavesTheFormAsItWas(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	fill(form, r.server.URL(), "AK1", "s3cret")
	r.canvas().Focus(form.Secret)
	r.hold = true
	r.press(fyne.KeyReturn, fyne.KeyEscape)
	r.release()
	if form.Notice.Visible() || form.Secret.Secret().Reveal() != "s3cret" || r.canvas().Focused() != form.Secret {
		t.Errorf("it says %q, with the keyboard on %T", form.Notice.Text, r.canvas().Focused())
	}
}

func TestAWrongSecretIsReplacedByWhatIsTyped(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	fill(form, r.server.URL(), r.server.Credentials().KeyID, "wrong")
	form.SignIn()
	if !form.Notice.Visible() || r.canvas().Focused() != form.Secret {
		t.Fatalf("it says %q, with the keyboard on %T", form.Notice.Text, r.canvas().Focused())
	}
	r.canvas().Focused().TypedRune('x')
	if got := form.Secret.Secret().Reveal(); got != "x" || form.Notice.Visible() {
		t.Errorf("the secret is %q, and it still says %q", got, form.Notice.Text)
	}
}

func TestTheFirstEditTakesTheErrorBack(t *testing.T) {
	for name, edit := range map[string]func(*rig){
		"server": func(r *rig) { r.typeInto(r.w.session.signIn.Server, "x") },
		"key ID": func(r *rig) { r.typeInto(r.w.session.signIn.KeyID, "x") },
		"deleting": func(r *rig) {
			r.canvas().Focus(r.w.session.signIn.Secret)
			r.press(fyne.KeyBackspace)
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			form := r.form()
			fill(form, r.server.URL(), "AKnobody", "wrong")
			form.SignIn()
			if !form.Notice.Visible() {
				t.Fatalf("it says nothing: %q", form.Notice.Text)
			}
			edit(r)
			if form.Notice.Visible() {
				t.Errorf("it still says %q", form.Notice.Text)
			}
		})
	}
}

func TestWhatIsTypedAsTheSecretIsShownOnRequest(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	eye := r.buttonWithHint("Show what was typed")
	eye.Tapped(nil)
	r.typeInto(form.Secret, "s3cret")
	_, below := form.Secret.WithEye()
	shown := func() string { return string(below.(*fyne.Container).Objects[0].(*control.Mono).Value) }
	if !form.Secret.Shown() || shown() != "s3cret" || eye.Hint != "Hide what was typed" {
		t.Errorf("it shows %q, and offers to %q", shown(), eye.Hint)
	}
	if strings.Contains(form.Secret.Text, "s") {
		t.Error("the toolkit's field holds the secret")
	}
	r.w.locking.lock()
	if form.Secret.Shown() || shown() != "" {
		t.Errorf("after locking it shows %q", shown())
	}
}

func (r *rig) buttonWithHint(hint string) *control.Button {
	r.t.Helper()
	for _, stop := range r.tabStops() {
		if b, ok := stop.(*control.Button); ok && b.Hint == hint {
			return b
		}
	}
	r.t.Fatalf("no button says %q", hint)
	return nil
}

func TestASlowSignInSaysWhatItTries(t *testing.T) {
	for _, patience := range []time.Duration{0, 300 * time.Millisecond} {
		r := signedOutRig(t, demo.Options{})
		form := r.form()
		r.hold = true
		r.signInHeld()
		r.pass(patience)
		var said []string
		post := r.w.page.Tasks.Post
		r.w.page.Tasks.Post = func(update func()) {
			post(update)
			said = append(said, form.Notice.Text)
		}
		r.release()
		want := []string{"Trying " + r.server.URL() + "…", "Signing in at " + r.server.Base() + "…"}
		if patience == 0 {
			want = []string{"", ""} // it is over too soon to be worth a word
		}
		if len(said) < 2 || !slices.Equal(said[:2], want) {
			t.Errorf("after %v it says %q, want %q", patience, said, want)
		}
	}
}

func TestALockedKeyringIsAskedAgainFirst(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.store.err = &keyring.Error{Kind: keyring.Locked}
	next := r.restarted()
	form := next.w.session.signIn
	if form == nil {
		t.Fatal("no sign-in form is shown")
	}
	if form.Server.Text != r.server.URL() || form.KeyID.Text != r.server.Credentials().KeyID {
		t.Errorf("the form has %q and %q", form.Server.Text, form.KeyID.Text)
	}
	if form.Again.Kind != control.ButtonPrimary || form.Submit.Kind != control.ButtonDefault || next.canvas().Focused() != form.Again {
		t.Errorf("the keyboard is on %T", next.canvas().Focused())
	}
	next.store.err = nil
	next.press(fyne.KeyReturn)
	if next.w.session.current == nil {
		t.Error("with the keyring unlocked it does not open")
	}
}

func TestWithoutAKeyringTheFormSaysSoBeforehand(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.store.err = &keyring.Error{Kind: keyring.Missing}
	form := r.form()
	if form.Keep.Checked || !form.Keep.Disabled() {
		t.Error("it offers to stay signed in")
	}
	r.signIn()
	if said := r.said(); r.w.session.current == nil || slices.ContainsFunc(said, func(s string) bool { return strings.Contains(s, "keyring") }) {
		t.Errorf("afterwards it says %q", said)
	}
}

func TestTheLockPageKeepsASecretThatNobodyLookedAt(t *testing.T) {
	for name, tt := range map[string]struct {
		faults demo.Faults
		typed  string
		want   string // what is left of it
		says   string
	}{
		"network": {demo.Faults{Drop: true}, "s3cret", "s3cret", "Check your network"},
		"failing": {demo.Faults{Status: 500}, "s3cret", "s3cret", "The server failed"},
		"wrong":   {demo.Faults{}, "s3cret", "", "did not accept"},
	} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			r.form().Keep.SetChecked(false)
			r.signIn()
			r.lock()
			r.server.SetFaults(tt.faults)
			page := r.w.locking.lockPage
			r.typeInto(page.Entry, tt.typed)
			r.press(fyne.KeyReturn)
			if got := page.Entry.Secret().Reveal(); got != tt.want || !strings.Contains(page.Notice.Text, tt.says) {
				t.Errorf("left is %q; it says %q", got, page.Notice.Text)
			}
			if strings.Contains(page.Notice.Text, "address") {
				t.Errorf("there is no address to check here: %q", page.Notice.Text)
			}
		})
	}
}

func TestALockWithoutPINSaysSoAndOffersOne(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.lock()
	if !r.shows("No PIN is set") {
		t.Error("it does not say what unlocks it")
	}
	for _, stop := range r.tabStops() {
		if b, ok := stop.(*control.Button); ok && b.Text == "Set a PIN…" {
			b.Tapped(nil)
		}
	}
	if r.w.locking.locked() || r.w.session.settings.Chosen() != tabPreferences || r.canvas().Focused() != r.w.session.settings.preferences.Pin.Pin {
		t.Errorf("the keyboard is on %T", r.canvas().Focused())
	}
	r.setPIN("2468")
	r.lock()
	for _, stop := range r.tabStops() {
		if b, ok := stop.(*control.Button); ok && b.Text == "Set a PIN…" {
			t.Error("it offers a PIN though there is one")
		}
	}
}

// shows reports whether a text begins so that is on screen.
func (r *rig) shows(beginning string) bool {
	return slices.ContainsFunc(r.texts(), func(s string) bool { return strings.HasPrefix(s, beginning) })
}

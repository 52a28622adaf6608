package shell

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keyring"
	"accesskeys/client/demo"
	"accesskeys/client/route"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
)

func TestEnterPressedTwiceSignsInOnce(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	creds := r.server.Credentials()
	form.fill(r.server.URL(), creds.KeyID, creds.Secret.Reveal())
	r.canvas().Focus(form.secret())
	r.hold = true
	r.press(fyne.KeyReturn, fyne.KeyReturn, fyne.KeySpace)
	r.release()
	if !r.signedIn() {
		t.Errorf("not signed in; the form says %q", form.notice().Text)
	}
	if r.lists() != 1 {
		t.Errorf("the list was asked for %d times", r.lists())
	}
}

func TestEnterOnABoxOfTheFormSignsIn(t *testing.T) {
	for name, box := range map[string]string{"stay": "Keep me signed in", "plain": "Send unencrypted to this server"} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			if err := r.app.Networks.Set(plainAddress, route.Network{Proxy: r.plainServer().URL, AllowPlain: true}); err != nil {
				t.Fatal(err)
			}
			r.form().fill(plainAddress, r.server.Credentials().KeyID, r.server.Credentials().Secret.Reveal())
			check := onScreen(r, box, func(c *control.Check) bool { return strings.HasPrefix(c.Text, box) })
			r.canvas().Focus(check)
			ticked := check.Checked
			r.repeat(fyne.KeyReturn) // held down since before
			if r.signedIn() {
				t.Error("a key that is held down signs in")
			}
			r.press(fyne.KeyReturn)
			if !r.signedIn() || check.Checked != ticked {
				t.Errorf("it shows %q", r.texts())
			}
		})
	}
}

func TestCancellingLeavesTheFormAsItWas(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	form.fill(r.server.URL(), "AK1", "s3cret")
	r.canvas().Focus(form.secret())
	r.hold = true
	r.press(fyne.KeyReturn, fyne.KeyEscape)
	r.release()
	if form.notice().Visible() || form.secret().Secret().Reveal() != "s3cret" || r.canvas().Focused() != form.secret() {
		t.Errorf("it says %q, with the keyboard on %T", form.notice().Text, r.canvas().Focused())
	}
}

func TestAWrongSecretIsReplacedByWhatIsTyped(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	form.fill(r.server.URL(), r.server.Credentials().KeyID, "wrong")
	form.signIn()
	if !form.notice().Visible() || r.canvas().Focused() != form.secret() {
		t.Fatalf("it says %q, with the keyboard on %T", form.notice().Text, r.canvas().Focused())
	}
	r.canvas().Focused().TypedRune('x')
	if got := form.secret().Secret().Reveal(); got != "x" || form.notice().Visible() {
		t.Errorf("the secret is %q, and it still says %q", got, form.notice().Text)
	}
}

func TestTheKeyboardGoesToAnIDThatIsWrong(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	for name, creds := range map[string][2]string{
		"unknown": {"AKnobody", "wrong"},
		"swapped": {"q3Jdxw8Zt0vB5nM2kL7w", "AKHxEU5vJw2eQ8rT0bD1"},
	} {
		form.fill(r.server.URL(), creds[0], creds[1])
		r.canvas().Focus(form.secret())
		asked := r.lists()
		form.signIn()
		if r.canvas().Focused() != form.keyID() {
			t.Errorf("%s: the keyboard is on %T", name, r.canvas().Focused())
		}
		if name == "swapped" && r.lists() != asked {
			t.Error("the secret was sent as an ID")
		}
		if form.secret().Shown() || form.keyID().Text != creds[0] || form.secret().Secret().Reveal() != creds[1] {
			t.Errorf("%s: what was typed is shown or moved", name)
		}
	}
}

func TestTheFirstEditTakesTheErrorBack(t *testing.T) {
	for name, edit := range map[string]func(*rig){
		"server": func(r *rig) { r.typeInto(r.signInForm().server(), "x") },
		"key ID": func(r *rig) { r.typeInto(r.signInForm().keyID(), "x") },
		"deleting": func(r *rig) {
			r.canvas().Focus(r.signInForm().secret())
			r.press(fyne.KeyBackspace)
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			form := r.form()
			form.fill(r.server.URL(), "AKnobody", "wrong")
			form.signIn()
			if !form.notice().Visible() {
				t.Fatalf("it says nothing: %q", form.notice().Text)
			}
			edit(r)
			if form.notice().Visible() {
				t.Errorf("it still says %q", form.notice().Text)
			}
		})
	}
}

func TestADoubleClickOnTheSignInFormSwitchesOnce(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	eye := r.buttonWithHint("Show what was typed")
	for _, want := range []bool{true, false} {
		if r.doubleClick(middle(eye)); form.secret().Shown() != want {
			t.Errorf("after a double click, it is shown: %v", !want)
		}
		r.pass(time.Second)
	}
	r.canvas().Focus(eye)
	if r.twice(fyne.KeyReturn); !form.secret().Shown() {
		t.Error("after Enter twice, it is hidden")
	}
	if r.doubleClick(middle(form.advanced().Button)); !form.network().Object.Visible() {
		t.Error("after a double click, the network settings are hidden")
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
		r.signInTo(r.server.URL())
		r.pass(patience)
		var said []string
		post := r.tasks().Post
		r.tasks().Post = func(update func()) {
			post(update)
			if text := form.notice().Text; text != "" && !slices.Contains(said, text) {
				said = append(said, text)
			}
		}
		r.release()
		want := []string{"Trying " + r.server.URL() + "…", "Signing in at " + r.server.Base() + "…"}
		if patience == 0 {
			want = nil // it is over too soon to be worth a word
		}
		if !slices.Equal(said, want) {
			t.Errorf("after %v it says %q, want %q", patience, said, want)
		}
	}
}

func TestALockedKeyringIsAskedAgainFirst(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.store.err = &keyring.Error{Kind: keyring.Locked}
	next := r.restarted()
	form := next.signInForm()
	if form == nil {
		t.Fatal("no sign-in form is shown")
	}
	if form.server().Text != r.server.URL() || form.keyID().Text != r.server.Credentials().KeyID {
		t.Errorf("the form has %q and %q", form.server().Text, form.keyID().Text)
	}
	if form.again().Kind != control.ButtonPrimary || form.submit().Kind != control.ButtonDefault || next.canvas().Focused() != form.again() {
		t.Errorf("the keyboard is on %T", next.canvas().Focused())
	}
	primary := func(want *control.Button) {
		t.Helper()
		for _, b := range []*control.Button{form.again(), form.submit()} {
			if is := b.Kind == control.ButtonPrimary; is != (b == want) {
				t.Errorf("%q is the primary button: %v", b.Text, is)
			}
		}
	}
	for _, field := range []fyne.Focusable{form.secret(), form.keyID(), form.server()} {
		next.canvas().Focus(field)
		next.typeOn("x")
		primary(form.submit())
		next.press(fyne.KeyBackspace)
		primary(form.again())
	}
	next.typeInto(form.secret(), "wrong")
	next.press(fyne.KeyReturn)
	if !form.again().Visible() {
		t.Error("a wrong secret ends the offer of the saved key")
	}
	next.canvas().Focus(form.again())
	next.store.err = nil
	next.press(fyne.KeyReturn)
	if !next.signedIn() {
		t.Error("with the keyring unlocked it does not open")
	}
}

// Enter asked for the secret, though the other button was the primary one.
func TestEnterAsksALockedKeyringAgainAlsoAfterALateAnswer(t *testing.T) {
	for typed, wants := range map[string]func(*signInForm) fyne.Focusable{
		"":       func(f *signInForm) fyne.Focusable { return f.again() },
		"secret": func(f *signInForm) fyne.Focusable { return f.secret() },
	} {
		r := signedOutRig(t, demo.Options{})
		r.signIn()
		next := r.restarting()
		next.hold = true
		next.start()
		next.pass(background.PromptPatience)
		form := next.signInForm()
		if form == nil || next.canvas().Focused() != form.secret() {
			t.Fatalf("it shows %q", next.texts())
		}
		next.typeInto(form.secret(), typed)
		next.store.err = &keyring.Error{Kind: keyring.Refused}
		next.release()
		if on := next.canvas().Focused(); on != wants(form) || !form.again().Visible() {
			t.Errorf("with %q typed, the keyboard is on %T", typed, on)
		}
	}
}

func TestTheLockPageKeepsASecretThatWasNotVerified(t *testing.T) {
	for name, tt := range map[string]struct {
		faults demo.Faults
		typed  string
		want   string // what is left of it
		says   string
	}{
		"network": {demo.Faults{Drop: true}, "s3cret", "s3cret", "Check your network"},
		"failing": {demo.Faults{Status: 500}, "s3cret", "s3cret", "Server error 500"},
		"wrong":   {demo.Faults{}, "s3cret", "", "That is not the secret of "},
	} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			r.form().keep().SetChecked(false)
			r.signInTo(r.server.URL())
			r.lock()
			r.server.SetFaults(tt.faults)
			page := r.lockPage()
			r.typeInto(page.entry(), tt.typed)
			r.press(fyne.KeyReturn)
			if got := page.entry().Secret().Reveal(); got != tt.want || !strings.Contains(page.notice().Text, tt.says) {
				t.Errorf("left is %q; it says %q", got, page.notice().Text)
			}
			if strings.Contains(page.notice().Text, "address") {
				t.Errorf("there is no address to check here: %q", page.notice().Text)
			}
		})
	}
}

func TestALockWithoutPINSaysSoAndOffersOne(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.lock()
	if !r.shows("No PIN set") {
		t.Error("it does not say what unlocks it")
	}
	for _, stop := range r.tabStops() {
		if b, ok := stop.(*control.Button); ok && b.Text == "Set a PIN…" {
			b.Tapped(nil)
		}
	}
	if r.locked() || r.tabShown() != "Preferences" || r.canvas().Focused() != r.secretField("New PIN or passphrase") {
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

func TestStepsOfAnEarlierAttemptAreNotTold(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	form.fill(r.server.URL(), "AKnobody", "wrong")
	form.signIn()
	r.pass(200 * time.Millisecond)
	r.hold = true
	form.signIn()
	r.pass(200 * time.Millisecond)
	if notice := form.notice(); notice.Visible() && strings.Contains(notice.Text, "…") {
		t.Errorf("it says %q", notice.Text)
	}
}

func TestStartThatNeedsTheNetworkButKnowsNoSessionShowsTheForm(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.toDemoAt("http://optimizer.test")
	if notice := r.form().notice(); !notice.Visible() || notice.Text == "" {
		t.Error("it says nothing")
	}
}

func TestBlankSecretIsNotSent(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	form.fill(r.server.URL(), r.server.Credentials().KeyID, "")
	form.secret().TypedRune(' ')
	form.signIn()
	if form.notice().Text != "Type the access key secret." || len(r.server.Requests()) != 0 {
		t.Errorf("it says %q after %d requests", form.notice().Text, len(r.server.Requests()))
	}
}

// The user may be away for long, and come back to a form that was filled in.
func TestThatLockingHasClearedTheSecretIsSaidUntilTheSecretIsTypedAgain(t *testing.T) {
	const cleared = "Locking has cleared the secret that you typed."
	r := signedOutRig(t, demo.Options{})
	form := r.form()
	form.fill(r.server.URL(), r.server.Credentials().KeyID, "wr0ng")
	form.signIn()
	r.lock()
	r.pass(time.Hour)
	r.typeInto(form.keyID(), "X")
	if got := form.notice(); !got.Visible() || got.Text != cleared {
		t.Errorf("the form says %q", got.Text)
	}
	r.typeInto(form.secret(), "s")
	if got := form.notice(); got.Visible() {
		t.Errorf("though a secret is typed, it says %q", got.Text)
	}

	r.hold = true
	form.signIn()
	r.lock()
	r.release()
	if got := form.notice(); !got.Visible() || !strings.HasSuffix(got.Text, cleared) || got.Text == cleared {
		t.Errorf("after an attempt, it says %q", got.Text)
	}
	r.typeInto(form.keyID(), "X")
	if got := form.notice(); !got.Visible() || got.Text != cleared {
		t.Errorf("then it says %q", got.Text)
	}
}

func TestTheIDToSignInWithIsMonospaced(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	if !r.form().keyID().TextStyle.Monospace {
		t.Error("I and l look alike")
	}
}

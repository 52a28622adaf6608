package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
	"accesskeys/views/words"
)

// wantNoSecondTry fails the test unless Sign In is what Enter does, and the saved key is not offered.
func (r *rig) wantNoSecondTry() {
	r.t.Helper()
	form := r.signInForm()
	if form.again().Visible() || form.submit().Kind != control.ButtonPrimary || r.canvas().Focused() != form.keyID() {
		r.t.Errorf("the saved key is offered: %v; the keyboard is on %T", form.again().Visible(), r.canvas().Focused())
	}
}

func TestSavedKeyThatTheServerCallsDisabledOrDeletedIsNotOfferedAgain(t *testing.T) {
	for op, state := range map[keys.Operation]client.State{keys.OpDisable: client.StateDisabled, keys.OpDelete: client.StateDeleted} {
		r := signedOutRig(t, demo.Options{})
		r.signIn()
		own := r.session().KeyID()
		r.elsewhere(op, own)
		r.press(fyne.KeyF5)
		r.wantAnotherKeyAsked(words.OwnKeyGone(own, state))
		r.wantNoSecondTry()

		next := r.restarted()
		next.wantAnotherKeyAsked(words.OwnKeyGone(own, state))
		next.wantNoSecondTry()
	}
}

func TestSavedKeyIsOfferedAgainIfTheServerDoesNotSayWhatIsWrong(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.signIn()
	r.server.SetFaults(demo.Faults{Status: 401})
	r.press(fyne.KeyF5)
	form := r.signInForm()
	if !form.again().Visible() || form.again().Kind == control.ButtonPrimary || form.keyID().Text == "" {
		t.Errorf("it says %q", form.notice().Text)
	}
	if r.canvas().Focused() != fyne.Focusable(form.secret()) {
		t.Errorf("the keyboard is on %T", r.canvas().Focused())
	}
}

// The page asked for the PIN without saying what for, and nothing led back.
func TestPINForTheSavedKeySaysSoAndLeadsBackToTheForm(t *testing.T) {
	for name, back := range map[string]func(*rig){
		"Esc":    func(r *rig) { r.press(fyne.KeyEscape) },
		"Cancel": func(r *rig) { r.tapButton("Cancel") },
	} {
		t.Run(name, func(t *testing.T) {
			r := newAccountsRig(t, 2)
			r.setPIN("2468")
			r.reject(&client.Error{Kind: client.KindUnauthorized})
			said := r.signInForm().notice().Text
			r.tapButton("Try Saved Key Again")
			if !r.reads("Type your PIN or passphrase to use the saved key.") {
				t.Fatalf("it shows %q", r.texts())
			}
			back(r)
			if !r.signInShown() || r.signInForm().notice().Text != said || r.signInForm().server().Text != r.at(1).URL() {
				t.Fatalf("it shows %q", r.texts())
			}
			r.tapButton("Try Saved Key Again")
			r.lock() // from now on, the page hides the form
			if r.press(fyne.KeyEscape); r.signInShown() || r.hasButton("Cancel") {
				t.Fatal("the form, which leads to other accounts, is shown without the PIN")
			}
			r.unlock(client.NewSecret("2468"))
			if !r.onAccount(1) {
				t.Errorf("it shows %q", r.texts())
			}
		})
	}
}

func TestTypedKeyThatTheServerCallsDisabled(t *testing.T) {
	for language, want := range map[settings.Language]string{
		settings.LanguageEnglish: "This access key is disabled. Sign in with another key.",
		settings.LanguageChinese: "此访问密钥已被禁用。请用另一个密钥登录。",
	} {
		r := signedOutRig(t, demo.Options{})
		r.retranslate(language)
		creds := r.server.Credentials()
		r.elsewhere(keys.OpDisable, creds.KeyID)
		form := r.form()
		form.fill(r.server.URL(), creds.KeyID, creds.Secret.Reveal())
		form.signIn()
		if got := strings.ReplaceAll(form.notice().Text, "\r", ""); got != want {
			t.Errorf("it says %q", got)
		}
		if r.canvas().Focused() != form.keyID() || form.keyID().SelectedText() != creds.KeyID {
			t.Errorf("the keyboard is on %T, and %q is selected", r.canvas().Focused(), form.keyID().SelectedText())
		}
	}
}

package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client/demo"
	"accesskeys/views/hidewhenaway"
	"accesskeys/views/kit/control"
)

func TestLockPageSaysWhatIsWrongWithASecret(t *testing.T) {
	for name, tt := range map[string]struct {
		language settings.Language
		given    func(r *rig, own string)
		want     string
	}{
		"wrong":              {settings.LanguageEnglish, nil, "That is not the secret of END."},
		"wrong, in Chinese":  {settings.LanguageChinese, nil, "这不是 END 的 Secret。"},
		"disabled":           {settings.LanguageEnglish, func(r *rig, own string) { r.elsewhere(keys.OpDisable, own) }, "Your sign-in key END was disabled. Sign in with another key."},
		"for another reason": {settings.LanguageEnglish, func(r *rig, _ string) { r.server.SetFaults(demo.Faults{Status: 401}) }, "The server doesn't accept this secret for END. Server message: the demo back end was told to fail"},
	} {
		t.Run(name, func(t *testing.T) {
			r := signedOutRig(t, demo.Options{})
			form, creds := r.form(), r.server.Credentials()
			form.fill(r.server.URL(), creds.KeyID, creds.Secret.Reveal())
			form.keep().SetChecked(false)
			form.signIn()
			r.retranslate(tt.language)
			typed := "wrong"
			if tt.given != nil {
				typed = creds.Secret.Reveal()
				tt.given(r, creds.KeyID)
			}
			r.lock()
			r.typeInto(r.lockPage().entry(), typed)
			r.press(fyne.KeyReturn)
			want := strings.ReplaceAll(tt.want, "END", idEnd(creds.KeyID))
			if got := strings.ReplaceAll(r.lockPage().notice().Text, "\r", ""); got != want {
				t.Errorf("it says %q, want %q", got, want)
			}
		})
	}
}

func TestWhatIsTypedAsTheSecretIsShownOnRequestOnTheLockPage(t *testing.T) {
	r := unkeptRig(t, true)
	focus := &lifecycle{}
	r.followFocus(focus)
	r.lock()
	field := r.lockPage().entry()
	for name, hide := range map[string]func(){
		"a click":        func() { r.buttonWithHint("Hide what was typed").Tapped(nil) },
		"another window": func() { focus.lost(); r.pass(hidewhenaway.Patience) },
		"minimised":      r.hideSecrets,
		"locked again":   r.lock,
		"unlocking":      func() { r.press(fyne.KeyReturn) },
	} {
		field.Clear()
		r.typeInto(field, "s3cret")
		r.buttonWithHint("Show what was typed").Tapped(nil)
		if shown := control.PlainTextOf(field); shown != "s3cret" || !r.showsSecret() || strings.Contains(field.Text, "s") {
			t.Fatalf("%s: it shows %q, and the window knows: %v", name, shown, r.showsSecret())
		}
		r.canvas().Focus(field)
		hide()
		if field.Shown() || control.PlainTextOf(field) != "" {
			t.Errorf("%s: it is still shown", name)
		}
	}
}

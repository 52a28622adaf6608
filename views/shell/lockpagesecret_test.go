package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/app/settings"
	"accesskeys/client/demo"
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

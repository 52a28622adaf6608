package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/settings"
	"accesskeys/client/demo"
)

func TestSignInIsInSightInTheSmallestWindow(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.setSize(fyne.NewSize(480, 360))
	f := r.form()
	inSight := func(when string) {
		t.Helper()
		if end := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.submit()).Y + f.submit().Size().Height; end > 360 {
			t.Errorf("%s, it ends at %v", when, end)
		}
	}
	inSight("at first")
	f.fill(r.server.URL(), r.server.Credentials().KeyID, "wrong")
	r.canvas().Focus(f.secret())
	r.press(fyne.KeyReturn)
	if !f.notice().Visible() {
		t.Fatal("nothing was said")
	}
	inSight("after a wrong secret")
}

func TestErrorIsInSightInASmallWindowThoughTheKeyboardStaysWhereItIs(t *testing.T) {
	for _, language := range []settings.Language{settings.LanguageEnglish, settings.LanguageChinese} {
		r := signedOutRig(t, demo.Options{})
		r.chooseLanguage(language)
		r.setSize(fyne.NewSize(480, 360))
		form := r.form()
		form.server().SetText("")
		r.canvas().Focus(form.server())
		r.press(fyne.KeyReturn)
		notice := form.notice()
		if bottom := absolute(notice).Y + notice.Size().Height; !notice.Visible() || bottom > 360 {
			t.Errorf("%s: the error ends at %v", language, bottom)
		}
	}
}

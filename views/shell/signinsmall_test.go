package shell

import (
	"testing"

	"fyne.io/fyne/v2"

	"accesskeys/app/settings"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
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

func TestLinksBelowTheSignInFormHaveRoomForTheirRingBesideAnError(t *testing.T) {
	const air = 4 // between a ring and the window's edge, at least
	for height := float32(480); height < 720; height += 8 {
		r := signedOutRig(t, demo.Options{})
		r.setSize(fyne.NewSize(900, height))
		f := r.form()
		f.fill("http://127.0.0.1:1", r.server.Credentials().KeyID, "some secret")
		about, was := r.button("About"), absolute(f.server())
		f.fail("The server can't be reached: nothing answers at 127.0.0.1, port 1. Check the address and any port forwarding.")
		if now := absolute(f.server()); now != was {
			t.Errorf("%v high: the form moves from %v to %v", height, was, now)
		}
		if below := height - absolute(about).Y - about.Size().Height - control.RingRoom; below < air {
			t.Errorf("%v high: %v is left below the links", height, below)
		}
		r.canvas().Focus(about)
		if below := height - absolute(about).Y - about.Size().Height - control.RingRoom; below < air {
			t.Errorf("%v high: %v is left below the focused link", height, below)
		}
	}
}

func TestTabKeepsToWhatIsInSightOfTheSignInForm(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 480, Height: 360}, {Width: 760, Height: 480}} {
		r := signedOutRig(t, demo.Options{})
		r.form().advanced().Open(true)
		r.resize(size, 1)
		c := r.canvas()
		for name, next := range map[string]func(){"Tab": c.FocusNext, "Shift+Tab": c.FocusPrevious} {
			c.Unfocus()
			next()
			for first := c.Focused(); ; {
				o := c.Focused().(fyne.CanvasObject)
				if top := absolute(o).Y; top < 0 || top+o.Size().Height > size.Height {
					t.Errorf("%v, %s: %s is at %v", size, name, describe(c.Focused()), top)
				}
				if next(); c.Focused() == first {
					break
				}
			}
		}
	}
}

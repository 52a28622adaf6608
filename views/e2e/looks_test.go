package e2e

import (
	"bytes"
	"image"
	"testing"

	"accesskeys/app/settings"
	"accesskeys/client/demo"
)

func TestLanguageIsRemembered(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	if out, err := d.command("fc-list", ":lang=zh-cn", "family").Output(); err != nil || len(out) == 0 {
		t.Skip("there is no font for Chinese here")
	}
	r := d.signedIn(s)
	r.waitSignInKept(s)
	english := r.window.Title()
	r.press("ctrl+,")
	before := r.settled()
	r.pick(0, 2)
	r.wait("the choice to be kept", func() bool { return d.remembered().Language == settings.LanguageChinese })
	r.wait("a title in Chinese", func() bool { return r.window.Title() != english })
	if now := r.settled(); bytes.Equal(now.Pix, before.Pix) {
		t.Error("the window looks as it did in English")
	}
	chinese := r.window.Title()
	r.press("ctrl+q")
	r.waitEnd()

	r = d.open()
	r.waitKeys(1)
	if title := r.window.Title(); title != chinese {
		t.Errorf("opened again, the window's title is %q, want %q", title, chinese)
	}
}

func TestDarkThemeIsRemembered(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	r.waitSignInKept(s)
	if r.dark() {
		t.Fatal("it is dark already")
	}
	r.press("ctrl+,")
	r.settled()
	r.pick(1, 2)
	r.wait("the window to be dark", r.dark)
	r.press("ctrl+q")
	r.waitEnd()
	if chosen := d.remembered().Theme; chosen != settings.ThemeDark {
		t.Errorf("the theme kept is %q", chosen)
	}

	r = d.open()
	r.waitKeys(1)
	if !r.dark() {
		t.Error("opened again, the window is not dark")
	}
}

// pick chooses an option of one of the drop-down lists of the preferences, with the keyboard. The first has it already.
func (r *running) pick(list, option int) {
	r.t.Helper()
	for range list {
		r.press("Tab")
	}
	r.settled()
	r.press("Return")
	r.rested()
	for range option {
		r.press("Down")
	}
	r.press("Return")
}

// dark reports whether the window's background is dark.
func (r *running) dark() bool {
	r.t.Helper()
	p, err := r.window.Part(image.Rectangle{Min: groundAt, Max: groundAt.Add(image.Pt(1, 1))})
	must(r.t, err)
	return p.Pix[0] < 64 && p.Pix[1] < 64 && p.Pix[2] < 64
}

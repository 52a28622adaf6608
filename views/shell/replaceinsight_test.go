package shell

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"accesskeys/app/notes"
	"accesskeys/app/settings"
	"accesskeys/client"
	"accesskeys/client/demo"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/text"
)

// wantStepInSight checks that all that is said of a step is in sight, or its beginning if that is too much.
func (r *rig) wantStepInSight(step string) {
	r.t.Helper()
	scroll := r.tabScroll().Scroll
	name := onScreen(r, step, func(l *text.Text) bool { return strings.HasSuffix(l.Line.Text, ". "+lang.L(step)) })
	top := absolute(name).Y - absolute(scroll).Y
	bottom := scroll.Content.Size().Height - scroll.Offset.Y
	for _, l := range r.stepNames() {
		if at := absolute(l).Y - absolute(scroll).Y; at > top {
			bottom = min(bottom, at)
		}
	}
	const above = float32(12) // the row of a name is higher than the name
	bottom -= above
	switch room := scroll.Size().Height; {
	case top < 0 || top+name.Size().Height > room:
		r.t.Errorf("%q is at %v of %v", step, top, room)
	case bottom > room && top > above:
		r.t.Errorf("%q is from %v to %v of %v", step, top, bottom, room)
	}
}

// stepNames returns the names of the steps on the page that replaces a key.
func (r *rig) stepNames() (all []*text.Text) {
	walkVisible(r.content(), func(o fyne.CanvasObject) {
		if l, ok := o.(*text.Text); ok && regexp.MustCompile(`^[1-6]\. `).MatchString(l.Line.Text) {
			all = append(all, l)
		}
	})
	return all
}

// The room for the page changes with the window, and with the messages below it.
func TestStepStaysInSightWhateverTheRoom(t *testing.T) {
	for _, language := range []settings.Language{settings.LanguageEnglish, settings.LanguageChinese} {
		t.Run(string(language), func(t *testing.T) {
			r := newRig(t, demo.Options{})
			r.chooseLanguage(language)
			r.setSize(fyne.NewSize(480, 360))
			id := r.idInState(client.StateEnabled, false)
			r.replaceOpen(id)
			click := func(label string) { r.clicks(lang.L(label)) }
			click("Create New Key")
			r.wantStepInSight("Put it in place")
			click("It's in Place")
			r.wantStepInSight("Check the new key")
			click("Check New Key")
			r.wantStepInSight("Disable the old key")
			r.toastsGone()
			r.wantStepInSight("Disable the old key")
			for _, size := range []fyne.Size{{Width: 900, Height: 600}, {Width: 480, Height: 360}, {Width: 760, Height: 360}, {Width: 480, Height: 360}} {
				r.setSize(size)
				r.wantStepInSight("Disable the old key")
			}
			r.press(fyne.KeyEscape)
			r.replaceOpen(id)
			r.wantStepInSight("Disable the old key")
			click("Disable Old Key…")
			r.answerDialog()
			r.wantStepInSight("Wait to see if anything breaks")
			r.tabScroll().Scroll.ScrollToTop()
			r.setSize(fyne.NewSize(480, 380))
			if at := r.tabScroll().Scroll.Offset.Y; at != 0 {
				t.Errorf("it is scrolled to %v, although the user has scrolled to the top", at)
			}
		})
	}
}

func TestNoButtonMovesAwayFromThePointerAsAMessageComesAndGoes(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.setSize(fyne.NewSize(480, 360))
	r.replaceOpen(r.idInState(client.StateEnabled, false))
	r.clicks("Create New Key")
	r.toastsGone()
	scrolled := r.tabScroll().Scroll.Offset
	copied := r.button("Copy ID")
	was := absolute(copied)
	r.clicks("Copy ID")
	if now := absolute(copied); now != was || !r.toldOf("Copied the ID") {
		t.Errorf("the button moves from %v to %v, said %q", was, now, r.said())
	}
	if now := r.tabScroll().Scroll.Offset; now != scrolled {
		t.Errorf("beside a message, the page scrolls from %v to %v", scrolled, now)
	}
	r.pass(time.Minute)
	if now := absolute(copied); now != was || len(r.said()) > 0 {
		t.Errorf("as the message goes, the button moves from %v to %v, said %q", was, now, r.said())
	}
}

func TestRingOfAPlaceKeepsOffTheTextAboveIt(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.idInState(client.StateEnabled, false)
	r.note(id, notes.Note{Places: []string{"runner"}})
	r.replaceOpen(id)
	r.clicks("Create New Key")
	advice := onScreen(r, "advice", func(l *text.Wrapped) bool { return strings.HasPrefix(l.Text, "Put the new key") })
	place := onScreen(r, "runner", func(c *control.Check) bool { return c.Text == "runner" })
	under := absolute(advice).Y + advice.Size().Height - theme.InnerPadding()
	if gap := absolute(place).Y - control.RingRoom - under; gap < 3 {
		t.Errorf("the ring is %v below the text", gap)
	}
}

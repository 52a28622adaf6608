package shell

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/settings"
	"accesskeys/client/demo"
)

// clickLink clicks the link in the place of Show, or the one in the place of Copy, in the row of a key.
func (r *rig) clickLink(id string, copies bool) {
	r.t.Helper()
	row := r.list().Pool.At(r.list().Index[id], id)
	link := row.Links.Show
	if copies {
		link = row.Links.Copy
	}
	link.MouseDown(nil)
	r.clickIfMeant(middle(link))
}

func TestADoubleClickOnALinkOfASecretIsOneClick(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.choosePrivacy(func(p *settings.Privacy) { p.HideSecret = settings.Never })
	id := r.chooseEnabled()
	for _, shown := range []bool{true, false} {
		for range 3 {
			r.clickLink(id, false)
			r.pass(100 * time.Millisecond)
		}
		if r.revealed(id) != shown {
			t.Errorf("shown: %v", !shown)
		}
		r.pass(time.Second)
	}
	before := len(r.recorded())
	for range 2 {
		r.clickLink(id, true)
		r.pass(100 * time.Millisecond)
	}
	if got := r.recorded()[before:]; len(got) != 1 {
		t.Errorf("recorded is %q", got)
	}
	r.hold = true
	r.pass(time.Second)
	for range 2 {
		r.clickLink(id, false)
		r.pass(400 * time.Millisecond)
	}
	r.release()
	if !r.revealed(id) {
		t.Error("the second click cancels what the first has asked for")
	}
}

func TestEnterAndSpacePressedTwiceAtOnceAreOnePress(t *testing.T) {
	r := newRig(t, demo.Options{})
	id := r.chooseEnabled()
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace} {
		r.twice(key)
		if !r.revealed(id) {
			t.Errorf("%s twice shows nothing", key)
		}
		r.pass(500 * time.Millisecond)
		r.twice(key)
		if r.revealed(id) {
			t.Errorf("%s half a second later does not hide it", key)
		}
		r.pass(time.Second)
	}
}

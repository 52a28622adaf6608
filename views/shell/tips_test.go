package shell

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"accesskeys/app/keys"
	"accesskeys/client/demo"
	"accesskeys/views/autorefresh"
	"accesskeys/views/keytable"
	"accesskeys/views/topbar"
)

// tipShown reports whether a tip is shown.
func (r *rig) tipShown() bool { return len(r.tips().Layer.Objects) > 0 }

func TestATipGoesWithItsPage(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.iconButton("Column Settings and Export").MouseIn(nil)
	r.pass(time.Second)
	if !r.tipShown() {
		t.Fatal("there is no tip")
	}
	r.openPreferences()
	if r.tipShown() {
		t.Error("the tip is still there")
	}
}

func TestATipGoesWithItsButton(t *testing.T) {
	for _, rest := range []time.Duration{100 * time.Millisecond, time.Second} { // before the tip comes, and while it is there
		r := newRig(t, demo.Options{})
		r.copySecret()
		r.toastsGone() // which a tip would cover
		r.button("Clear Now").MouseIn(nil)
		r.pass(rest)
		if r.tipShown() != (rest == time.Second) {
			t.Errorf("after %v, a tip is shown: %v", rest, r.tipShown())
		}
		r.shortcut(topbar.ShortcutClear())
		r.pass(time.Second)
		if r.tipShown() {
			t.Errorf("after %v, the tip outlives its button", rest)
		}
	}
}

func TestTheTipOfNewLeavesTheLineAboveTheListToRead(t *testing.T) {
	r, _ := offlineRig(t)
	r.resize(fyne.NewSize(1221, 740), 1)
	r.button("New").MouseIn(nil)
	r.pass(time.Second)
	if !r.tipShown() {
		t.Fatal("there is no tip")
	}
	tip := r.tips().Layer.Objects[0]
	line := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.button("Try Now"))
	if bottom := tip.Position().Y + tip.Size().Height; bottom > line.Y {
		t.Errorf("the tip ends at %v, and the line's button begins at %v", bottom, line.Y)
	}
}

func TestATipGoesOnceItIsNoLongerTrueOrSaidElsewhere(t *testing.T) {
	for name, tt := range map[string]struct {
		over func(r *rig) desktop.Hoverable
		then func(r *rig)
	}{
		"why New does nothing": {func(r *rig) desktop.Hoverable {
			r.lose()
			r.pass(autorefresh.Pause)
			return r.button("New")
		}, func(r *rig) {
			r.find()
			r.page().Reload(false)
		}},
		"what a press says": {func(r *rig) desktop.Hoverable {
			r.lose()
			r.pass(autorefresh.Pause)
			return r.button("New")
		}, func(r *rig) { r.tapButton("New") }},
		"what is on the clipboard": {func(r *rig) desktop.Hoverable {
			r.copySecret()
			r.toastsGone()
			return r.button("Clear Now")
		}, func(r *rig) {
			r.copyAs(r.cursor(), 'j')
		}},
		"how a click sorts": {func(r *rig) desktop.Hoverable { return r.header().Cells[keytable.ColumnID] }, func(r *rig) {
			r.canvas().Focus(r.header())
			r.press(fyne.KeyHome)
			r.press(fyne.KeyReturn)
		}},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, demo.Options{})
			tt.over(r).MouseIn(nil)
			r.pass(time.Second)
			if !r.tipShown() {
				t.Fatal("there is no tip")
			}
			tt.then(r)
			if r.tipShown() {
				t.Error("the tip is still there")
			}
		})
	}
}

func TestTheTipOfAColumnsTitleStaysAwayAfterAClick(t *testing.T) {
	r := newRig(t, demo.Options{})
	title := r.header().Cells[keytable.ColumnID]
	for _, rest := range []time.Duration{100 * time.Millisecond, time.Second, time.Second} { // before the tip comes, and while it is there
		title.MouseIn(nil)
		r.pass(rest)
		title.Tapped(nil)
		r.pass(time.Second)
		if r.tipShown() {
			t.Errorf("the click after %v leaves a tip", rest)
		}
		title.MouseOut()
	}
	title.MouseIn(nil)
	r.pass(time.Second)
	if !r.tipShown() {
		t.Error("there is no tip once the pointer has come again")
	}
}

func TestATipCoversNoMessage(t *testing.T) {
	r := newRig(t, demo.Options{})
	r.resize(fyne.NewSize(1221, 740), 1)
	avatar := r.buttonWithHint("Signed in with " + r.session().KeyID())
	shows := func(want bool, when string) {
		t.Helper()
		r.pass(time.Second)
		if r.tipShown() != want {
			t.Errorf("%s, a tip is shown: %v", when, r.tipShown())
		}
	}
	avatar.MouseIn(nil)
	shows(true, "without a message")
	r.operate(keys.OpDisable)
	avatar.MouseIn(nil)
	shows(false, "above a message")
	r.undo()
	r.toastsGone()
	shows(true, "after the message")
	r.tellNote("Something has happened.")
	shows(false, "above a message that has just come")
	r.toastsGone()
	avatar.MouseOut()
	r.operate(keys.OpDisable)
	r.iconButton("Density").MouseIn(nil)
	shows(true, "elsewhere")
}

func TestTheTipOfTheEyeIsOfWhatItDoesNow(t *testing.T) {
	r := signedOutRig(t, demo.Options{})
	r.form()
	eye := r.buttonWithHint("Show what was typed")
	eye.MouseIn(nil)
	r.pass(time.Second)
	if !r.tipShown() {
		t.Fatal("there is no tip")
	}
	eye.Tapped(nil)
	if r.tipShown() {
		t.Error("the tip is still there")
	}
}

package shell

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
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

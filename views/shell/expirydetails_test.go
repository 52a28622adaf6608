package shell

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/client/demo"
)

// A row is marked only when the key expires soon, and one with a short life only in its last quarter.
func TestDetailsTellHowLongAKeyStillLasts(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	id := r.enabledKeys()[0]
	for left, want := range map[time.Duration]string{200 * day: "Expires in 200 days", time.Hour + time.Minute: "Expires in 1 hour"} {
		r.endsIn(left, id)
		r.list().Actions.Tools.OnDetails(id)
		r.says("Expires At", want)
		r.closeDialog()
	}
}

// While the line above the table tells of something else, the one below says why keys are missing.
func TestThatOnlySomeAreShownIsSaidWhileOffline(t *testing.T) {
	for _, size := range []fyne.Size{fyne.NewSize(1221, 740), fyne.NewSize(480, 360)} {
		r := expiringRig(t, demo.Options{})
		r.setSize(size)
		r.endsIn(20*day, r.enabledKeys()[0])
		all := len(r.listed())
		if r.reads("Only") {
			t.Errorf("at first it shows %q", r.texts())
		}
		r.tapButton("Show")
		r.lose()
		r.reload()
		if !r.reads("Only the") && !r.reads("Only those that expire soon") || len(r.listed()) != 1 {
			t.Errorf("%v: of %d keys it shows %q", size, all, r.texts())
		}
		r.tapButton("Show All")
		if len(r.listed()) != all || r.reads("Only the") || r.reads("Only those") || r.canvas().Focused() != r.list() {
			t.Errorf("%v: then it shows %d keys, not %d, and the keyboard is on %T", size, len(r.listed()), all, r.canvas().Focused())
		}
	}
}

func TestShowAllThatGoesLeavesTheKeyboardToTheList(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	r.endsIn(20*day, r.enabledKeys()[0])
	r.tapButton("Show")
	r.lose()
	r.reload()
	r.canvas().Focus(r.button("Show All"))
	r.find()
	r.reload()
	if r.canvas().Focused() != fyne.Focusable(r.list()) {
		t.Errorf("the keyboard is on %T", r.canvas().Focused())
	}
}

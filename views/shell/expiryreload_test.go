package shell

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/client/demo"
)

func TestReloadDropsFromTheKeysThatExpireSoonWhatDoesNoMore(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	ids := r.enabledKeys()
	r.endsIn(20*day, ids[0])
	r.endsIn(3*day, ids[1])
	r.tapButton("Show")
	r.elsewhere(keys.OpDisable, ids[1])
	r.reload()
	if got := r.ids(); !slices.Equal(got, ids[:1]) {
		t.Errorf("it shows %q, not %q", got, ids[:1])
	}
	r.elsewhere(keys.OpDisable, ids[0])
	r.reload()
	if got := r.ids(); len(got) < 3 {
		t.Errorf("without any, it shows %q", got)
	}
}

func TestTimeLeftIsRightAgainOnceAClockIs(t *testing.T) {
	r := expiringRig(t, demo.Options{})
	r.endsIn(30*time.Hour, r.enabledKeys()[0])
	if !r.reads("Expires in 30 hours") {
		t.Fatalf("it shows %q", r.texts())
	}
	r.server.SetFaults(demo.Faults{ClockOffset: 2 * time.Hour})
	r.press(fyne.KeyF5)
	if !r.reads("Expires in 28 hours") {
		t.Fatalf("with a clock that is 2 hours behind, it shows %q", r.texts())
	}
	r.server.SetFaults()
	r.press(fyne.KeyF5)
	if !r.reads("Expires in 30 hours") {
		t.Errorf("set right, it shows %q", r.texts())
	}
}

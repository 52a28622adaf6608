package shell

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"accesskeys/client"
	"accesskeys/client/demo"
)

func TestTheBarGreysWhatCanBeDoneToNone(t *testing.T) {
	r := newRig(t, demo.Options{})
	var on []string
	for _, k := range r.listed() {
		if k.State == client.StateEnabled && !k.Own {
			on = append(on, k.ID)
		}
	}
	off := r.idInState(client.StateDisabled, false)
	wants := func(when string, wants ...string) {
		t.Helper()
		var greyed []string
		for _, name := range []string{"Disable", "Enable", "Delete"} {
			if b := r.keysButton(name); b.Disabled() {
				greyed = append(greyed, name)
			}
		}
		if !slices.Equal(greyed, wants) {
			t.Errorf("with %s, these are grey: %q", when, greyed)
		}
	}
	r.list().Tick(off, 0)
	wants("a disabled key", "Disable")
	r.toastsGone()
	test.Tap(r.keysButton("Disable"))
	r.wantSaid("This key is already disabled.")
	r.list().Tick(on[0], 0)
	wants("one of each")
	r.list().Tick(off, 0)
	wants("an enabled key", "Enable")
	r.list().Tick(on[1], 0)
	test.Tap(r.keysButton("Disable"))
	r.answerDialog()
	wants("two keys that were just disabled", "Disable")
	r.list().Tick(on[1], 0)
	r.list().Tick(on[0], 0)
	r.list().Tick(r.idInState(client.StateExpired, false), 0)
	wants("an expired key", "Disable", "Enable")
}

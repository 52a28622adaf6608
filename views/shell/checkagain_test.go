package shell

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"accesskeys/app/keys"
	"accesskeys/client"
	"accesskeys/client/demo"
	checks "accesskeys/views/keycheck"
	"accesskeys/views/keyshortcuts"
)

// checkingAgain returns a rig that is going to check a disabled key again, which the server still accepts, and the key's ID.
func checkingAgain(t *testing.T) (r *rig, id string) {
	t.Helper()
	r = newRig(t, demo.Options{})
	id = r.idInState(client.StateDisabled, false)
	r.server.SetLenient(true)
	r.check(id)
	r.tapButton("Check Again in a Minute")
	return r, id
}

// TestStillAcceptedIsCheckedAgain checks that the countdown of a minute does not hinder the user.
func TestStillAcceptedIsCheckedAgain(t *testing.T) {
	r, id := checkingAgain(t)
	before := r.signedBy(id)
	if !r.toldOf("Checking " + id + " again in 60 s.") {
		t.Fatalf("said %q", r.said())
	}
	r.pass(10 * time.Second)
	if !r.toldOf("Checking "+id+" again in 50 s.") || r.dialogOpen() {
		t.Errorf("said %q", r.said())
	}
	r.filter().SetText("nothing") // the key need not be on screen
	r.pass(checks.AgainAfter - 11*time.Second)
	if r.signedBy(id) != before {
		t.Error("it was checked too early")
	}
	r.server.SetLenient(false)
	r.pass(time.Second)
	if r.signedBy(id) != before+1 || !r.toldOf("The server refuses "+id+", as it should") || r.toldOf("checked again") {
		t.Errorf("said %q", r.said())
	}
}

func TestCheckAgainEndsOnceItsCauseIsGone(t *testing.T) {
	for name, ends := range map[string]func(r *rig, id string){
		"enabled":           func(r *rig, id string) { r.selectKey(id, 0); r.shortcut(keyshortcuts.ToggleState()) },
		"enabled elsewhere": func(r *rig, id string) { r.elsewhere(keys.OpEnable, id); r.reload() },
		"deleted elsewhere": func(r *rig, id string) { r.elsewhere(keys.OpDelete, id); r.reload() },
		"refused":           func(r *rig, id string) { r.server.SetLenient(false); r.check(id) },
	} {
		t.Run(name, func(t *testing.T) {
			r, id := checkingAgain(t)
			r.pass(10 * time.Second)
			ends(r, id)
			r.pass(time.Second)
			if r.toldOf(" again in ") {
				t.Errorf("said %q", r.said())
			}
			before := r.signedBy(id)
			r.pass(2 * checks.AgainAfter)
			if r.signedBy(id) != before || r.toldOf("no longer has a secret") {
				t.Errorf("it was checked all the same, and said %q", r.said())
			}
		})
	}
}

func TestCheckAgainLeavesOutAKeyThatWasEnabledMeanwhile(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	off := r.inState(client.StateDisabled, 2)
	r.server.SetLenient(true)
	r.list().Actions.Tools.OnCheck(off)
	r.tapButton("Check Again in a Minute")
	r.selectKey(off[0], 0)
	r.shortcut(keyshortcuts.ToggleState())
	r.pass(10 * time.Second)
	if !r.toldOf("Checking " + off[1] + " again in 50 s.") {
		t.Errorf("said %q", r.said())
	}
	first, second := r.signedBy(off[0]), r.signedBy(off[1])
	r.pass(checks.AgainAfter)
	if r.signedBy(off[0]) != first || r.signedBy(off[1]) != second+1 {
		t.Errorf("said %q", r.said())
	}
}

func TestCheckAgainIsStopped(t *testing.T) {
	r, id := checkingAgain(t)
	r.tapButton("Stop")
	before := r.signedBy(id)
	r.pass(2 * checks.AgainAfter)
	if r.signedBy(id) != before {
		t.Error("it was checked all the same")
	}
}

func TestCheckAgainIsStoppedRightAfterUnlocking(t *testing.T) {
	r, id := checkingAgain(t)
	r.lock()
	r.pass(2 * checks.AgainAfter)
	r.press(fyne.KeyReturn)
	before := r.signedBy(id)
	r.tapButton("Stop")
	r.pass(2 * checks.AgainAfter)
	if r.locked() || r.signedBy(id) != before {
		t.Error("it was checked all the same")
	}
}

func TestSeveralStillAcceptedAreCheckedAgainFromTheReport(t *testing.T) {
	r := newRig(t, demo.Options{Keys: 20})
	off := r.inState(client.StateDisabled, 2)
	r.server.SetLenient(true)
	r.list().Actions.Tools.OnCheck(off)
	r.says(off[0] + "\nStill accepted\nAlthough its state is “Disabled”.")
	r.tapButton("Check Again in a Minute")
	if r.dialogOpen() || !r.toldOf("Checking 2 access keys again in 60 s.") {
		t.Fatalf("said %q", r.said())
	}
	r.pass(checks.AgainAfter)
	if r.dialogOpen() || !r.toldOf("The server still accepts 2 of 2 keys that are not enabled.") {
		t.Fatalf("said %q", r.said())
	}
	r.tapButton("Show Report")
	r.says(off[1] + "\nStill accepted")
}
